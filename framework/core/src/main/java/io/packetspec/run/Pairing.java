package io.packetspec.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pairs what comes with what is wanted, one to one. A newcomer may make others change their partners (Kuhn's augmenting
 * paths), so that a general wish never takes away what only a special one could have.
 */
final class Pairing<W, C> {
    private final List<W> wanted;
    private final BiPredicate<W, C> fits;
    private final List<@Nullable C> partners;

    Pairing(List<W> wanted, BiPredicate<W, C> fits) {
        this.wanted = wanted;
        this.fits = fits;
        this.partners = new ArrayList<>();
        wanted.forEach(one -> partners.add(null));
    }

    /** False, and nothing is changed, if there is no partner for it whatever the others do. */
    boolean add(C newcomer) {
        return place(newcomer, new HashSet<>());
    }

    private boolean place(C one, Set<Integer> tried) {
        for (int i = 0; i < wanted.size(); i++) {
            if (fits.test(wanted.get(i), one) && tried.add(i)) {
                C partner = partners.get(i);
                if (partner == null || place(partner, tried)) {
                    partners.set(i, one);
                    return true;
                }
            }
        }
        return false;
    }

    /** Those without a partner. */
    List<W> missing() {
        return IntStream.range(0, wanted.size())
                .filter(i -> partners.get(i) == null)
                .mapToObj(wanted::get)
                .toList();
    }

    /** The partners of all, in the order of the wanted. */
    List<C> partners() {
        return partners.stream().map(Objects::requireNonNull).toList();
    }
}
