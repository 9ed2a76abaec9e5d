package io.packetspec.benchmarks;

/** A question that figures answer. */
interface Benchmark {
    /** By which it is picked. */
    String name();

    /** What the figures are, above them. */
    String title();

    /** @throws Skipped if this machine lacks something that it needs */
    Table run() throws Exception;

    /** Says what is missing here. */
    final class Skipped extends Exception {
        private static final long serialVersionUID = 1;

        Skipped(String reason) {
            super(reason);
        }
    }
}
