package io.packetspec.spec;

import io.packetspec.packet.Match;

/** What an endpoint must be; a part that was not written may be anything. */
public record EndpointMatch(Match address, Match port) {
    public static final EndpointMatch ANY = new EndpointMatch(new Match.Any(), new Match.Any());

    public boolean matches(Endpoint endpoint) {
        return address.matches(endpoint.address()) && port.matches((long) endpoint.port());
    }

    @Override
    public String toString() {
        return "{address: " + address + ", port: " + port + "}";
    }
}
