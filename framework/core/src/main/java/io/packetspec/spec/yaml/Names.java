package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Family;
import io.packetspec.spec.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The names that can be used at a place of one variant: parameters, hosts and wires, and what steps before it kept. */
final class Names {
    /** What a name was kept as, where; nothing is known of it if the step that keeps it could not be read. */
    record Keeping(At at, Optional<Kept> kept) {}

    private final Map<String, Tree> parameters = new LinkedHashMap<>();
    private final Addresses addresses;
    private final Map<String, Keeping> kept = new LinkedHashMap<>();
    private final Map<String, Object> known = new HashMap<>();
    private boolean incomplete;

    Names(Addresses addresses, Family family) {
        this.addresses = addresses;
        for (String name : addresses.names()) {
            addresses.find(name, Addresses.kind(family)).ifPresent(address -> known.put(name, address));
        }
    }

    /** Some names could not be read: an unknown one is no further problem. */
    void setIncomplete() {
        incomplete = true;
    }

    boolean isIncomplete() {
        return incomplete;
    }

    void addParameter(String name, Tree value) {
        parameters.put(name, value);
        known.put(name, Plain.of(value));
    }

    void keep(String name, Keeping keeping) {
        kept.put(name, keeping);
    }

    /** The name ends here, and is free again. */
    void forget(String name) {
        kept.remove(name);
    }

    Optional<Tree> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    Addresses addresses() {
        return addresses;
    }

    Optional<Keeping> kept(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /** Those that have a value when the file is read. */
    Map<String, Object> known() {
        return known;
    }

    boolean has(String name) {
        return known.containsKey(name) || kept.containsKey(name);
    }

    List<String> all() {
        List<String> all = new ArrayList<>(parameters.keySet());
        all.addAll(addresses.names());
        all.addAll(kept.keySet());
        return all;
    }

    /** The names of descriptors. */
    List<String> descriptors() {
        return keptAs(Kept.DESCRIPTOR::equals);
    }

    /** The names of what happened at a time. */
    List<String> events() {
        return keptAs(Kept::isEvent);
    }

    private List<String> keptAs(Predicate<Kept> what) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getValue().kept().filter(what).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }
}
