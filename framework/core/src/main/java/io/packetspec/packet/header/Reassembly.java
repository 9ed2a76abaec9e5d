package io.packetspec.packet.header;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fragments of one datagram, put together as a receiver does: RFC 791 section 3.2, RFC 8200 section 4.5. */
public final class Reassembly {
    private final Map<Integer, Fragment> fragments = new LinkedHashMap<>();
    private Optional<Fragment> first = Optional.empty();

    /** Whether a frame is a fragment, and of the datagram whose fragments came so far. */
    public boolean isMeantFor(Dissection frame) {
        return Fragment.in(frame)
                .filter(fragment -> first.isEmpty() || first.get().isOf(fragment))
                .isPresent();
    }

    /**
     * Takes one more fragment.
     *
     * @throws IllegalArgumentException if a receiver could not use it: it overlaps another, ends where no other can
     *     begin, or goes beyond the end; if it is no fragment of the datagram
     */
    public void add(Dissection frame) {
        Fragment fragment = Fragment.in(frame).orElseThrow(() -> new IllegalArgumentException("it is no fragment"));
        first.filter(one -> !one.isOf(fragment)).ifPresent(one -> {
            throw new IllegalArgumentException(
                    "it is of another datagram, id " + fragment.id() + " where those before have " + one.id());
        });
        fragment.check();
        fragments.values().forEach(fragment::checkBeside);
        fragments.put(fragment.from(), fragment);
        first = first.or(() -> Optional.of(fragment));
    }

    public int count() {
        return fragments.size();
    }

    public boolean isComplete() {
        return missing().isEmpty();
    }

    /** The octets that came, in the order in which they came: {@code 0 to 1480, 2960 to 3000}. */
    public String came() {
        return fragments.values().stream()
                .map(fragment -> fragment.from() + " to " + fragment.to())
                .collect(Collectors.joining(", "));
    }

    /** The octets that did not come; empty if none are missing. */
    public String missing() {
        List<String> gaps = new ArrayList<>();
        int at = 0;
        boolean ended = false;
        for (Fragment fragment : inOrder()) {
            if (fragment.from() > at) {
                gaps.add(at + " to " + fragment.from());
            }
            at = fragment.to();
            ended = !fragment.more();
        }
        if (!ended) {
            gaps.add("from " + at + " on");
        }
        return String.join(", ", gaps);
    }

    private List<Fragment> inOrder() {
        return fragments.values().stream()
                .sorted(Comparator.comparing(Fragment::from))
                .toList();
    }

    /**
     * The frame as it would have been in one: the headers of the first fragment, with the length of the whole.
     *
     * @throws IllegalArgumentException if it is longer than an IP header can say
     */
    public Octets whole() {
        Octets content = Octets.NONE;
        for (Fragment fragment : inOrder()) {
            content = content.and(fragment.content());
        }
        List<Layer> layers = new ArrayList<>(inOrder().get(0).headers());
        layers.add(Layer.of(Header.RAW).with("data", content));
        return new Packet(layers).encode();
    }
}
