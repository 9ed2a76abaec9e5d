package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.List;
import java.util.stream.Collectors;

/** One option of a TCP header. */
public sealed interface TcpOption {
    At at();

    /** On the wire, in octets. */
    int length();

    <R> R accept(Visitor<R> visitor);

    record Nop(At at) implements TcpOption {
        @Override
        public int length() {
            return 1;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nop(this);
        }

        @Override
        public String toString() {
            return "nop";
        }
    }

    record Eol(At at) implements TcpOption {
        @Override
        public int length() {
            return 1;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.eol(this);
        }

        @Override
        public String toString() {
            return "eol";
        }
    }

    record Mss(At at, long octets) implements TcpOption {
        @Override
        public int length() {
            return 4;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mss(this);
        }

        @Override
        public String toString() {
            return "mss " + octets;
        }
    }

    record WindowScale(At at, long shift) implements TcpOption {
        @Override
        public int length() {
            return 3;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.windowScale(this);
        }

        @Override
        public String toString() {
            return "wscale " + shift;
        }
    }

    record SackPermitted(At at) implements TcpOption {
        @Override
        public int length() {
            return 2;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sackPermitted(this);
        }

        @Override
        public String toString() {
            return "sackOK";
        }
    }

    record Sack(At at, List<Block> blocks) implements TcpOption {
        public Sack {
            blocks = List.copyOf(blocks);
        }

        /** Relative sequence numbers, the right one excluded. */
        public record Block(long left, long right) {
            @Override
            public String toString() {
                return left + ":" + right;
            }
        }

        @Override
        public int length() {
            return 2 + 8 * blocks.size();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sack(this);
        }

        @Override
        public String toString() {
            return "sack " + blocks.stream().map(Object::toString).collect(Collectors.joining(" "));
        }
    }

    record Timestamp(At at, long value, long echo) implements TcpOption {
        @Override
        public int length() {
            return 10;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timestamp(this);
        }

        @Override
        public String toString() {
            return "TS val " + value + " ecr " + echo;
        }
    }

    /** @param digest in hexadecimal digits, two an octet */
    record Md5(At at, String digest) implements TcpOption {
        @Override
        public int length() {
            return 2 + digest.length() / 2;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.md5(this);
        }

        @Override
        public String toString() {
            return "md5 " + digest;
        }
    }

    /**
     * @param experimental in the shared experimental option (RFC 6994) of before RFC 7413
     * @param cookie in hexadecimal digits, two an octet; empty for a request
     */
    record FastOpen(At at, boolean experimental, String cookie) implements TcpOption {
        @Override
        public int length() {
            return (experimental ? 4 : 2) + cookie.length() / 2;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fastOpen(this);
        }

        @Override
        public String toString() {
            return (experimental ? "FOEXP" : "FO") + (cookie.isEmpty() ? "" : " " + cookie);
        }
    }

    /**
     * Accurate ECN, RFC 9768.
     *
     * @param first which counter comes first: 0 for {@code e0b} (AccECN0), 1 for {@code e1b} (AccECN1)
     * @param counters one to three, in the order of the wire
     */
    record AccurateEcn(At at, int first, List<Long> counters) implements TcpOption {
        public AccurateEcn {
            counters = List.copyOf(counters);
        }

        /** The names of the counters in the order of the wire. */
        static List<String> names(int first) {
            return first == 0 ? List.of("e0b", "ceb", "e1b") : List.of("e1b", "ceb", "e0b");
        }

        @Override
        public int length() {
            return 2 + 3 * counters.size();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.accurateEcn(this);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("ECN");
            for (int i = 0; i < counters.size(); i++) {
                text.append(' ').append(names(first).get(i)).append(' ').append(counters.get(i));
            }
            return text.toString();
        }
    }

    interface Visitor<R> {
        R nop(Nop nop);

        R eol(Eol eol);

        R mss(Mss mss);

        R windowScale(WindowScale scale);

        R sackPermitted(SackPermitted permitted);

        R sack(Sack sack);

        R timestamp(Timestamp timestamp);

        R md5(Md5 md5);

        R fastOpen(FastOpen fastOpen);

        R accurateEcn(AccurateEcn accurateEcn);
    }
}
