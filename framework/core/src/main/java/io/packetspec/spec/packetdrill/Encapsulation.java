package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.List;
import java.util.stream.Collectors;

/** A header around the inner packet. */
public sealed interface Encapsulation {
    At at();

    <R> R accept(Visitor<R> visitor);

    record Ipv4(At at, IpInfo info, String source, String destination) implements Encapsulation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ipv4(this);
        }

        @Override
        public String toString() {
            return "ipv4 " + info.prefix() + source + " > " + destination + ":";
        }
    }

    record Ipv6(At at, IpInfo info, String source, String destination) implements Encapsulation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ipv6(this);
        }

        @Override
        public String toString() {
            return "ipv6 " + info.prefix() + source + " > " + destination + ":";
        }
    }

    record Gre(At at, GreHeader header) implements Encapsulation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.gre(this);
        }

        @Override
        public String toString() {
            return "gre " + header + ":";
        }
    }

    /** @param entries top of the stack first */
    record Mpls(At at, List<MplsEntry> entries) implements Encapsulation {
        public Mpls {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mpls(this);
        }

        @Override
        public String toString() {
            return "mpls " + entries.stream().map(Object::toString).collect(Collectors.joining(" ")) + ":";
        }
    }

    interface Visitor<R> {
        R ipv4(Ipv4 header);

        R ipv6(Ipv6 header);

        R gre(Gre header);

        R mpls(Mpls stack);
    }
}
