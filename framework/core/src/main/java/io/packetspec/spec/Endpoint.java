package io.packetspec.spec;

import io.packetspec.packet.Address;

/** An IPv4 or IPv6 address with a port, 0 where none is given. */
public record Endpoint(Address address, int port) {
    @Override
    public String toString() {
        return address.isIpv6() ? "[" + address + "]:" + port : address + ":" + port;
    }
}
