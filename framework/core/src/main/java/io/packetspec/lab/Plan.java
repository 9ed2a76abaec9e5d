package io.packetspec.lab;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a lab consists of. Addresses are octets in network order: 4 or 16 for IP, 6 for MAC. */
public record Plan(List<HostPlan> hosts, List<WirePlan> wires) {

    /** A host: its sysctls are set before its interfaces come up. */
    public record HostPlan(
            String name, Map<String, String> sysctls, List<InterfacePlan> interfaces, List<RoutePlan> routes) {}

    /** An interface, its other end a wire or another host's interface ({@code host.interface}): one of the two is set. */
    public record InterfacePlan(
            String name,
            @Nullable String wire,
            @Nullable String link,
            List<AddressPlan> addresses,
            int mtu,
            byte[] mac) {}

    public record AddressPlan(byte[] address, int prefixLength) {}

    /** A route; {@code to} null is the default route of the gateway's family. */
    public record RoutePlan(@Nullable AddressPlan to, byte[] via) {}

    /** The far end of a wire: no kernel answers there, the host's neighbour table holds these permanently. */
    public record WirePlan(String name, List<byte[]> addresses, byte[] mac) {}
}
