package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;

/** What an ICMP error tells of the packet that it answers. */
public sealed interface Echoed {
    At at();

    record Tcp(At at, Sequence sequence) implements Echoed {
        @Override
        public String toString() {
            return "[" + sequence + "]";
        }
    }

    record Udp(At at, long length) implements Echoed {
        @Override
        public String toString() {
            return "[udp (" + length + ")]";
        }
    }

    /** Only octets, without a transport header. */
    record Raw(At at, long length) implements Echoed {
        @Override
        public String toString() {
            return "[raw (" + length + ")]";
        }
    }
}
