package io.packetspec.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a list of options with those that must be in it in whatever order: each needs one of its own. */
final class OptionsListing {
    private static final String NO_OPERATION = "nop";

    private final List<Layer> wanted;
    private final List<Layer> there;
    /** By the index of the wanted one: the index of the one that is there, or -1. */
    private final int[] partners;

    private OptionsListing(List<Layer> wanted, List<Layer> there) {
        this.wanted = wanted;
        this.there = there;
        this.partners = new int[wanted.size()];
        Arrays.fill(partners, -1);
        for (int i = 0; i < there.size(); i++) {
            place(i, new HashSet<>());
        }
    }

    /** Kuhn's augmenting paths: an option that fits several makes room for one that fits only one. */
    private boolean place(int option, Set<Integer> tried) {
        for (int i = 0; i < partners.length; i++) {
            if (OptionsDifference.fits(wanted.get(i), there.get(option)) && tried.add(i)) {
                if (partners[i] < 0 || place(partners[i], tried)) {
                    partners[i] = option;
                    return true;
                }
            }
        }
        return false;
    }

    /** What is wrong, in words; none if the list is as it must be. */
    static List<String> faults(Match.Listed expected, @Nullable Options actual, Function<Layer, String> told) {
        List<Layer> there = actual == null ? List.of() : actual.list();
        OptionsListing listing = new OptionsListing(expected.has().list(), there);
        List<String> faults = new ArrayList<>();
        listing.missing().forEach(option -> faults.add(told.apply(option) + " is missing"));
        if (expected.only()) {
            listing.unwanted()
                    .forEach(option -> faults.add(told.apply(Reduction.reduced(option)) + " is not expected"));
        }
        there.stream()
                .filter(option ->
                        expected.lacks().list().stream().anyMatch(unwanted -> OptionsDifference.fits(unwanted, option)))
                .forEach(option -> faults.add(told.apply(Reduction.reduced(option)) + " must not be there"));
        return faults;
    }

    static Mismatch mismatch(String path, Field field, Match.Listed expected, @Nullable Options actual) {
        String faults = faults(expected, actual, option -> OptionsWording.item(option, field.unnamedFormat())).stream()
                .collect(Collectors.joining(", "));
        String options = actual == null || actual.isEmpty() ? "absent" : field.print(Reduction.reduced(actual));
        return new Mismatch(path, Notation.match(field, expected), options + ": " + faults);
    }

    private List<Layer> missing() {
        List<Layer> missing = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] < 0) {
                missing.add(wanted.get(i));
            }
        }
        return missing;
    }

    /** Those that nobody wanted and that say something. */
    private List<Layer> unwanted() {
        List<Layer> unwanted = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            int option = i;
            boolean taken = Arrays.stream(partners).anyMatch(partner -> partner == option);
            if (!taken && !isFiller(there.get(i))) {
                unwanted.add(there.get(i));
            }
        }
        return unwanted;
    }

    private static boolean isFiller(Layer option) {
        return option.header().isPadding() || option.header().name().equals(NO_OPERATION);
    }
}
