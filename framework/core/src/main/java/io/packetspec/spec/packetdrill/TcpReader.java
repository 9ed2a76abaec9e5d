package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code S. 0:0(0) ack 1 win 65535 <mss 1460>}. */
final class TcpReader {
    private final Tokens tokens;
    private final Direction direction;

    TcpReader(Tokens tokens, Direction direction) {
        this.tokens = tokens;
        this.direction = direction;
    }

    Body read(At at) {
        Optional<Ports> ports = UdpReader.ports(tokens);
        TcpFlags flags = new FlagsReader(tokens).read();
        Sequence sequence = SequenceReader.read(tokens);
        OptionalLong acknowledged = Unsigned.after("ack", tokens, 32);
        OptionalLong window = Unsigned.after("win", tokens, 16);
        if (window.isEmpty() && direction == Direction.INBOUND) {
            throw tokens.expected("win and a number, as the packet is sent to the kernel");
        }
        OptionalLong urgent = Unsigned.after("urg", tokens, 16);
        return new Body.Tcp(at, ports, flags, sequence, acknowledged, window, urgent, options());
    }

    private TcpOptions options() {
        TcpOptions options = new TcpOptionsReader(tokens).read();
        if (options.any() && direction == Direction.INBOUND) {
            throw new Refusal(options.at(), "<...> can only be expected of a packet that goes out");
        }
        return options;
    }
}
