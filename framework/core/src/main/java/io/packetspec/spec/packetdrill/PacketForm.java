package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A packet that is sent to the kernel, or expected from it.
 *
 * @param encapsulations headers before the inner IP header, outermost first
 * @param ip of the inner IP header, whose addresses are the connection's
 */
public record PacketForm(At at, Direction direction, List<Encapsulation> encapsulations, IpInfo ip, Body body)
        implements Action {
    public PacketForm {
        encapsulations = List.copyOf(encapsulations);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.packet(this);
    }

    @Override
    public String toString() {
        String outer = encapsulations.stream().map(e -> e + " ").collect(Collectors.joining());
        return direction + " " + outer + ip.prefix() + body;
    }
}
