package io.packetspec.spec.packetdrill;

import java.util.Locale;

/** What is told of the octet that holds DSCP and ECN. */
public sealed interface TrafficClass {

    /** The two bits of ECN only, RFC 3168. */
    enum Ecn implements TrafficClass {
        NOECN,
        ECT0,
        ECT1,
        CE,
        /** Either of ECT0 and ECT1; only of packets that go out. */
        ECT01;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The whole octet. */
    record Tos(long value) implements TrafficClass {
        @Override
        public String toString() {
            return String.format("tos 0x%x", value);
        }
    }
}
