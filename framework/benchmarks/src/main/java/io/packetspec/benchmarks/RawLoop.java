package io.packetspec.benchmarks;

import io.packetspec.lab.Lab;
import io.packetspec.lab.Wire;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The same exchange by hand: a lab, an octet string in, a frame out, two octets looked at. */
record RawLoop(int count, int parallelism) {
    private static final byte[] SYN_ACK = HexFormat.of()
            .parseHex("020000000001" + "020000000002" + "0800"
                    + "4500002800000000" + "4006" + "f6cc" + "c0000202" + "c0000201"
                    + "0050" + "9c40" + "00000001" + "00000007" + "50122000" + "6f36" + "0000");
    static final int FLAGS = 14 + 20 + 13;
    private static final int RST = 4;

    /** How many pass in a second. */
    double rate() throws InterruptedException {
        long began = System.nanoTime();
        AtomicInteger left = new AtomicInteger(count);
        Thread[] threads = new Thread[parallelism];
        for (int i = 0; i < parallelism; i++) {
            threads[i] = new Thread(() -> {
                while (left.getAndDecrement() > 0) {
                    exchange();
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return count * 1e9 / (System.nanoTime() - began);
    }

    private static void exchange() {
        try (Lab lab = Lab.open(Plans.oneWire())) {
            Wire wire = lab.wire(Plans.WIRE);
            wire.inject(SYN_ACK);
            Wire.Frame frame = wire.next(System.nanoTime() + TimeUnit.SECONDS.toNanos(1));
            if (frame == null || frame.octets()[FLAGS] != RST) {
                throw new IllegalStateException("no RST but "
                        + (frame == null ? "nothing" : HexFormat.of().formatHex(frame.octets())));
            }
        }
    }
}
