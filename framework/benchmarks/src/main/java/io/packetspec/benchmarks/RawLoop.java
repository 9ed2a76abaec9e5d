package io.packetspec.benchmarks;

import io.packetspec.lab.Lab;
import io.packetspec.lab.Plan;
import io.packetspec.lab.Wire;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The same exchange by hand: a lab, an octet string in, a frame out, two octets looked at. */
record RawLoop(int count, int parallelism) implements SpecsPerSecond.Contestant {
    private static final byte[] HOST = octets("020000000001");
    private static final byte[] PEER = octets("020000000002");
    private static final byte[] SYN_ACK = octets("020000000001" + "020000000002" + "0800"
            + "4500002800000000" + "4006" + "f6cc" + "c0000202" + "c0000201"
            + "0050" + "9c40" + "00000001" + "00000007" + "50122000" + "6f36" + "0000");
    private static final int FLAGS = 14 + 20 + 13;
    private static final int RST = 4;

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String name() {
        return "raw loop, " + parallelism + " at once";
    }

    @Override
    public void run() {
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
            join(thread);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void exchange() {
        try (Lab lab = Lab.open(plan())) {
            Wire wire = lab.wire("peer");
            wire.inject(SYN_ACK);
            Wire.Frame frame = wire.next(System.nanoTime() + TimeUnit.SECONDS.toNanos(1));
            if (frame == null || frame.octets()[FLAGS] != RST) {
                throw new IllegalStateException("no RST but "
                        + (frame == null ? "nothing" : HexFormat.of().formatHex(frame.octets())));
            }
        }
    }

    private static Plan plan() {
        byte[] here = octets("c0000201");
        byte[] here6 = octets("20010db8000000000000000000000001");
        byte[] there = octets("c0000202");
        byte[] there6 = octets("20010db8000000000000000000000002");
        return new Plan(
                List.of(new Plan.HostPlan(
                        "dut",
                        Map.of(),
                        List.of(new Plan.InterfacePlan(
                                "eth0",
                                "peer",
                                null,
                                List.of(new Plan.AddressPlan(here, 24), new Plan.AddressPlan(here6, 64)),
                                1500,
                                HOST)),
                        List.of())),
                List.of(new Plan.WirePlan("peer", List.of(there, there6), PEER, false)));
    }
}
