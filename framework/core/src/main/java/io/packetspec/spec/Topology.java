package io.packetspec.spec;

import io.packetspec.packet.Address;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lab a spec runs in: hosts in namespaces of their own, and wires whose far end is in the spec's hands. */
public record Topology(Map<String, Host> hosts, Map<String, Wire> wires) {

    /** An address with its prefix length. */
    public record Prefix(Address address, int length) {
        @Override
        public String toString() {
            return address + "/" + length;
        }
    }

    /** A host: the sysctls are set before its interfaces come up, the ruleset is loaded last. */
    public record Host(
            At at,
            String name,
            Map<String, String> sysctls,
            List<Interface> interfaces,
            List<TableEntry> entries,
            @Nullable Ruleset nft) {

        /** The interface at which it listens to a wire: where it is a port of a bridge, that, or a macvlan on it. */
        public Interface top(String wire) {
            return top(interfaces.stream()
                    .filter(i -> wire.equals(i.wire()))
                    .findFirst()
                    .orElseThrow());
        }

        private Interface top(Interface below) {
            return interfaces.stream()
                    .filter(i -> i.isAbove(below))
                    .findFirst()
                    .map(this::top)
                    .orElse(below);
        }
    }

    /** The text of an nftables ruleset, nft(8). */
    public record Ruleset(At at, String text) {}

    /**
     * @param wire the wire at its other end, or null
     * @param link the interface at its other end as {@code host.interface}, or null
     * @param device what the kernel makes it of, or null; one of the three is set
     * @param offloads those that are said to be on or off, by the names that ethtool(8) has
     */
    public record Interface(
            At at,
            String name,
            @Nullable String wire,
            @Nullable String link,
            @Nullable Device device,
            List<Prefix> addresses,
            int mtu,
            Address mac,
            Map<String, Boolean> offloads) {
        private boolean isAbove(Interface other) {
            if (device instanceof Device.Bridge bridge) {
                return bridge.ports().contains(other.name());
            }
            return device instanceof Device.Macvlan macvlan
                    && macvlan.lower().equals(other.name())
                    && other.addresses().isEmpty()
                    && !addresses.isEmpty();
        }
    }

    /**
     * The far end of a wire: the addresses and MAC that stand for its name.
     *
     * @param layer3 whether packets on it begin with the IP header
     * @param segmentSize of the segments that TCP packets put on it stand for; 0: they are what they are
     */
    public record Wire(String name, List<Prefix> addresses, Address mac, boolean layer3, int segmentSize) {
        public Wire(String name, List<Prefix> addresses, Address mac, boolean layer3) {
            this(name, addresses, mac, layer3, 0);
        }
    }
}
