package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;

/** Reads a packet. */
final class PacketReader {
    private final Tokens tokens;

    PacketReader(Tokens tokens) {
        this.tokens = tokens;
    }

    PacketForm read() {
        At at = tokens.at();
        Direction direction = tokens.next().is("<") ? Direction.INBOUND : Direction.OUTBOUND;
        var encapsulations = new EncapsulationReader(tokens).read();
        IpInfo ip = IpInfoReader.read(tokens);
        checkEcn(ip, direction);
        return new PacketForm(at, direction, encapsulations, ip, body(direction));
    }

    private void checkEcn(IpInfo ip, Direction direction) {
        boolean either =
                ip.trafficClass().filter(TrafficClass.Ecn.ECT01::equals).isPresent();
        if (either && direction == Direction.INBOUND) {
            throw new Refusal(ip.at(), "[ect01] can only be expected of a packet that goes out");
        }
        if (tokens.is("udp")
                && ip.trafficClass().filter(TrafficClass.Ecn.class::isInstance).isPresent()
                && !either) {
            throw new Refusal(ip.at(), "ECN can only be told of TCP and ICMP");
        }
    }

    private Body body(Direction direction) {
        At at = tokens.at();
        if (tokens.accept("udp")) {
            return UdpReader.read(tokens, at);
        }
        if (tokens.accept("icmp")) {
            return IcmpReader.read(tokens, at);
        }
        if (tokens.is("encap") || tokens.is("psp")) {
            throw new Refusal(at, "not supported: PSP encapsulation");
        }
        return new TcpReader(tokens, direction).read(at);
    }
}
