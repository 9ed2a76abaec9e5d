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

    /** A host: the sysctls are set before its interfaces come up. */
    public record Host(
            At at, String name, Map<String, String> sysctls, List<Interface> interfaces, List<Route> routes) {}

    /**
     * @param wire the wire at its other end, or null
     * @param link the interface at its other end as {@code host.interface}, or null; one of the two is set
     */
    public record Interface(
            At at,
            String name,
            @Nullable String wire,
            @Nullable String link,
            List<Prefix> addresses,
            int mtu,
            Address mac) {}

    /** A route to a prefix (null: default) by way of a gateway. */
    public record Route(At at, @Nullable Prefix to, Address via) {}

    /** The far end of a wire: the addresses and MAC that stand for its name. */
    public record Wire(String name, List<Prefix> addresses, Address mac) {}
}
