package io.packetspec.spec;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The layer {@code ip}: IPv4 or IPv6 by the spec's family, with one vocabulary for what both have. */
public final class Ip {
    public static final String LAYER = "ip";
    private static final Map<String, String> SIX_BY_FOUR = Map.of("ttl", "hlim", "proto", "nh", "tos", "tc");
    private static final Map<String, String> FOUR_BY_SIX = Map.of("hlim", "ttl", "nh", "proto", "tc", "tos");

    private Ip() {}

    /** The layer's name in the family: {@code ip} becomes {@code ipv4} or {@code ipv6}, another stays as it is. */
    public static String layer(String name, Family family) {
        return name.equals(LAYER) ? family.label() : name;
    }

    /** The name that the family's header has for the field. */
    public static String field(String name, Family family) {
        return (family == Family.IPV4 ? FOUR_BY_SIX : SIX_BY_FOUR).getOrDefault(name, name);
    }

    /** The names that only one of the two headers has, and that stand for a field of either. */
    public static Set<String> sharedFields() {
        Set<String> names = new HashSet<>(SIX_BY_FOUR.keySet());
        names.addAll(FOUR_BY_SIX.keySet());
        return names;
    }
}
