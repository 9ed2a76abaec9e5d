package io.packetspec.spec.packetdrill.translation;

import io.packetspec.spec.At;
import io.packetspec.spec.Spelling;
import io.packetspec.spec.packetdrill.Body;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of types and codes of ICMP, which are packetdrill's, and their numbers: RFC 792, RFC 1122, RFC 1812, RFC 4443.
 * What has no name is {@code type_42} and {@code code_7}.
 */
enum IcmpNames {
    IPV4(
            Map.ofEntries(
                    Map.entry("echo_reply", 0L),
                    Map.entry("unreachable", 3L),
                    Map.entry("source_quench", 4L),
                    Map.entry("redirect", 5L),
                    Map.entry("echo_request", 8L),
                    Map.entry("time_exceeded", 11L),
                    Map.entry("parameter_problem", 12L),
                    Map.entry("timestamp_request", 13L),
                    Map.entry("timestamp_reply", 14L),
                    Map.entry("information_request", 15L),
                    Map.entry("information_reply", 16L),
                    Map.entry("address_mask_request", 17L),
                    Map.entry("address_mask_reply", 18L)),
            Map.of(
                    "unreachable",
                    Map.ofEntries(
                            Map.entry("net_unreachable", 0L),
                            Map.entry("host_unreachable", 1L),
                            Map.entry("protocol_unreachable", 2L),
                            Map.entry("port_unreachable", 3L),
                            Map.entry("frag_needed", 4L),
                            Map.entry("source_route_failed", 5L),
                            Map.entry("net_unknown", 6L),
                            Map.entry("host_unknown", 7L),
                            Map.entry("source_host_isolated", 8L),
                            Map.entry("net_prohibited", 9L),
                            Map.entry("host_prohibited", 10L),
                            Map.entry("net_unreachable_for_tos", 11L),
                            Map.entry("host_unreachable_for_tos", 12L),
                            Map.entry("packet_filtered", 13L),
                            Map.entry("precedence_violation", 14L),
                            Map.entry("precedence_cutoff", 15L)))),
    IPV6(
            Map.of(
                    "unreachable", 1L,
                    "packet_too_big", 2L,
                    "time_exceeded", 3L,
                    "parameter_problem", 4L,
                    "echo_request", 128L,
                    "echo_reply", 129L),
            Map.of(
                    "unreachable",
                            Map.of(
                                    "net_unreachable", 0L,
                                    "no_route", 0L,
                                    "admin_prohibited", 1L,
                                    "not_neighbour", 2L,
                                    "address_unreachable", 3L,
                                    "port_unreachable", 4L),
                    "time_exceeded", Map.of("exceeded_hop_limit", 0L, "exceeded_frag_time", 1L),
                    "parameter_problem", Map.of("header_field", 0L, "unknown_next_header", 1L, "unknown_option", 2L)));

    private static final Pattern NUMBERED = Pattern.compile("(?:type|code)_(\\d{1,3})");
    private static final long LARGEST = 255;

    private final Map<String, Long> types;
    private final Map<String, Map<String, Long>> codes;

    IcmpNames(Map<String, Long> types, Map<String, Map<String, Long>> codes) {
        this.types = types;
        this.codes = codes;
    }

    long echoRequest() {
        return types.getOrDefault("echo_request", 0L);
    }

    /** Whether there are such a type and such a code. */
    boolean know(Body.Icmp icmp) {
        return known("type", icmp.type(), types).isPresent()
                && icmp.code()
                        .filter(code -> known("code", code, codes(icmp)).isEmpty())
                        .isEmpty();
    }

    long type(Body.Icmp icmp) {
        return number(icmp.at(), "type", icmp.type(), types);
    }

    /** 0 if nothing is said. */
    long code(Body.Icmp icmp) {
        return icmp.code()
                .map(code -> number(icmp.at(), "code", code, codes(icmp)))
                .orElse(0L);
    }

    private Map<String, Long> codes(Body.Icmp icmp) {
        return codes.getOrDefault(icmp.type(), Map.of());
    }

    private static long number(At at, String what, String name, Map<String, Long> named) {
        return known(what, name, named).orElseThrow(() -> {
            List<String> legal = Stream.concat(
                            Stream.of(what + "_0"), named.keySet().stream().sorted())
                    .toList();
            return new Untranslatable(
                    at, "the " + what + " of ICMP \"" + name + "\" is not known here" + Spelling.among(name, legal));
        });
    }

    private static Optional<Long> known(String what, String name, Map<String, Long> named) {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() && name.startsWith(what)
                ? Optional.of(Long.parseLong(numbered.group(1))).filter(number -> number <= LARGEST)
                : Optional.ofNullable(named.get(name));
    }
}
