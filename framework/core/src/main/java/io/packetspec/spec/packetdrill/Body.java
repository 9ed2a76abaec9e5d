package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.Optional;
import java.util.OptionalLong;

/** The transport header of a packet and the length of its payload. */
public sealed interface Body {
    At at();

    <R> R accept(Visitor<R> visitor);

    /** @param acknowledged absent: zero */
    record Tcp(
            At at,
            Optional<Ports> ports,
            TcpFlags flags,
            Sequence sequence,
            OptionalLong acknowledged,
            OptionalLong window,
            OptionalLong urgent,
            TcpOptions options)
            implements Body {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tcp(this);
        }

        @Override
        public String toString() {
            return prefix(ports) + flags + " " + sequence + labelled("ack", acknowledged) + labelled("win", window)
                    + labelled("urg", urgent) + options.suffix();
        }
    }

    /** @param length of the payload, in octets */
    record Udp(At at, Optional<Ports> ports, long length) implements Body {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.udp(this);
        }

        @Override
        public String toString() {
            return "udp " + prefix(ports) + "(" + length + ")";
        }
    }

    /** @param type and code by names that depend on the version of IP */
    record Icmp(At at, String type, Optional<String> code, OptionalLong mtu, OptionalLong id, Optional<Echoed> echoed)
            implements Body {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.icmp(this);
        }

        @Override
        public String toString() {
            return "icmp " + type + code.map(c -> " " + c).orElse("") + labelled("mtu", mtu) + labelled("id", id)
                    + echoed.map(e -> " " + e).orElse("");
        }
    }

    private static String prefix(Optional<Ports> ports) {
        return ports.map(p -> p + " ").orElse("");
    }

    private static String labelled(String label, OptionalLong value) {
        return value.isPresent() ? " " + label + " " + value.getAsLong() : "";
    }

    interface Visitor<R> {
        R tcp(Tcp tcp);

        R udp(Udp udp);

        R icmp(Icmp icmp);
    }
}
