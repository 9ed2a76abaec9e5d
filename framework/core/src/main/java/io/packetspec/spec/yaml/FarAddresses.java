package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.spec.Topology.Prefix;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The addresses that the far ends of wires get where none are said. */
final class FarAddresses {
    private static final int TRIES = 1000;

    private final Set<Address> taken = new HashSet<>();
    private final Stacks stacks;

    FarAddresses(List<InterfaceDraft> drafts, Stacks stacks) {
        this.stacks = stacks;
        drafts.forEach(draft -> draft.addresses().forEach(prefix -> taken.add(prefix.address())));
    }

    /** Those said elsewhere. */
    void take(List<Prefix> addresses) {
        addresses.forEach(prefix -> taken.add(prefix.address()));
    }

    /** Of each prefix the first address that its interface has not; on a bridge, that nobody has. */
    List<Prefix> of(InterfaceDraft end) {
        InterfaceDraft top = stacks.top(end);
        return top.addresses().stream()
                .flatMap(prefix -> top == end ? Prefixes.firstOther(prefix).stream() : free(prefix))
                .toList();
    }

    private Stream<Prefix> free(Prefix prefix) {
        return Prefixes.hosts(prefix)
                .limit(TRIES)
                .filter(candidate -> taken.add(candidate.address()))
                .limit(1);
    }
}
