package io.packetspec.lab;

import io.packetspec.linux.netlink.Entry;
import io.packetspec.linux.netlink.LinkKind;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a lab consists of. Addresses are octets in network order: 4 or 16 for IP, 6 for MAC. */
public record Plan(List<HostPlan> hosts, List<WirePlan> wires) {
    /**
     * What a host without another IPv4 address on a wire answers for, so that it can be asked whether it is there: the
     * dummy address of RFC 7600, on its loopback interface.
     */
    static final byte[] DUMMY = {(byte) 192, 0, 0, 8};

    /** A host: its sysctls are set before its interfaces come up, its tables are filled after. */
    public record HostPlan(
            String name, Map<String, String> sysctls, List<InterfacePlan> interfaces, List<EntryPlan> entries) {}

    /**
     * An interface: its other end is a wire or another host's interface ({@code host.interface}), or the kernel makes it
     * of others; one of the three is set.
     *
     * @param offloads those that are on or off, as {@link io.packetspec.linux.Offloads} names them
     */
    public record InterfacePlan(
            String name,
            @Nullable String wire,
            @Nullable String link,
            List<AddressPlan> addresses,
            int mtu,
            byte[] mac,
            @Nullable DevicePlan device,
            Map<String, Boolean> offloads) {
        public InterfacePlan(
                String name,
                @Nullable String wire,
                @Nullable String link,
                List<AddressPlan> addresses,
                int mtu,
                byte[] mac) {
            this(name, wire, link, addresses, mtu, mac, null, Map.of());
        }
    }

    /**
     * What the kernel makes an interface of.
     *
     * @param lower the interface below, of the same host
     * @param ports of a bridge
     * @param network interfaces with the same word here are on one network, whatever is between them; empty: with none
     */
    public record DevicePlan(LinkKind kind, @Nullable String lower, List<String> ports, String network) {}

    public record AddressPlan(byte[] address, int prefixLength) {}

    /** An entry of a table, made once the index of the interface that it speaks of is known; 0 if it speaks of none. */
    public record EntryPlan(@Nullable String dev, IntFunction<Entry> entry) {}

    /**
     * The far end of a wire: no kernel answers there, the host's neighbour table holds these permanently.
     *
     * @param layer3 whether packets on it begin with the IP header
     * @param segmentSize of the segments that TCP packets put on it stand for; 0: they are what they are
     */
    public record WirePlan(String name, List<byte[]> addresses, byte[] mac, boolean layer3, int segmentSize) {
        public WirePlan(String name, List<byte[]> addresses, byte[] mac, boolean layer3) {
            this(name, addresses, mac, layer3, 0);
        }
    }
}
