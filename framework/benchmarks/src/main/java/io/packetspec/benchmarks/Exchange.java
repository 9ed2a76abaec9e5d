package io.packetspec.benchmarks;

/**
 * Times of a SYN/ACK and what came of it, nanoseconds of CLOCK_REALTIME.
 *
 * @param calling just before the SYN/ACK was handed to the kernel
 * @param returned when it had been
 * @param acknowledged the kernel's stamp of the ACK
 * @param noticed when the ACK had been read
 */
record Exchange(long calling, long returned, long acknowledged, long noticed) {
    double sinceCalling() {
        return micros(acknowledged - calling);
    }

    double sinceReturned() {
        return micros(acknowledged - returned);
    }

    double untilNoticed() {
        return micros(noticed - acknowledged);
    }

    private static double micros(long nanos) {
        return nanos / 1e3;
    }
}
