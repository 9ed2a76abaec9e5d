package io.packetspec.spec;

import java.util.Map;

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
}
