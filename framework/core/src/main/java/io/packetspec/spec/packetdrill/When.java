package io.packetspec.spec.packetdrill;

/** The time of an event, in microseconds: since the start of the script or, if relative, since the event before. */
public sealed interface When {
    <R> R accept(Visitor<R> visitor);

    record Moment(boolean relative, long micros) implements When {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.moment(this);
        }

        @Override
        public String toString() {
            return sign(relative) + Micros.print(micros);
        }
    }

    /** Any time from one to the other, both included; only of packets that go out. */
    record Range(boolean relative, long from, long to) implements When {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.range(this);
        }

        @Override
        public String toString() {
            return sign(relative) + Micros.print(from) + "~" + sign(relative) + Micros.print(to);
        }
    }

    /** Whenever it comes; only of packets that go out. */
    record Any() implements When {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.any(this);
        }

        @Override
        public String toString() {
            return "*";
        }
    }

    private static String sign(boolean relative) {
        return relative ? "+" : "";
    }

    interface Visitor<R> {
        R moment(Moment moment);

        R range(Range range);

        R any(Any any);
    }
}
