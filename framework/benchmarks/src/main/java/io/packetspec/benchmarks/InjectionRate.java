package io.packetspec.benchmarks;

import io.packetspec.lab.Lab;
import io.packetspec.lab.Wire;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * How many frames a second go on a wire, one call each, beside a loop in C that makes the same call on the same kind of
 * socket at the same kind of cable. The frame is of a protocol that nobody takes.
 */
final class InjectionRate implements Benchmark {
    private static final int FRAMES = 200_000;
    private static final Rounds ROUNDS = new Rounds(2, 9);
    private static final String FRAME = "020000000001" + "020000000002" + "88b5" + "00".repeat(46);
    private static final String JAVA = "inject";
    private static final String C = "loop in C";

    @Override
    public String name() {
        return "injection-rate";
    }

    @Override
    public String title() {
        return "thousand frames a second, " + ROUNDS.counted() + " rounds of " + FRAMES + " frames of 60 octets";
    }

    @Override
    public Table run() throws Exception {
        CProgram loop = CProgram.compile("injection");
        try (Lab wire = Lab.open(Plans.oneWire());
                Lab cable = Lab.open(Plans.twoHosts())) {
            Map<String, List<Double>> rates = ROUNDS.of(new Rounds.Contestants<Double>()
                    .and(JAVA, () -> injected(wire.wire(Plans.WIRE)))
                    .and(
                            C,
                            () -> Double.parseDouble(loop.run(
                                    cable.host(Plans.WIRE), Plans.INTERFACE, Integer.toString(FRAMES), FRAME))));
            return table(Sample.of(rates.get(JAVA)), Sample.of(rates.get(C)));
        }
    }

    private static double injected(Wire wire) {
        byte[] frame = HexFormat.of().parseHex(FRAME);
        long began = System.nanoTime();
        for (int i = 0; i < FRAMES; i++) {
            wire.inject(frame);
        }
        return FRAMES * 1e9 / (System.nanoTime() - began);
    }

    private static Table table(Sample inject, Sample loop) {
        return new Table("", "min", "median", "max", "of C's median")
                .row(JAVA, cells(inject, loop))
                .row(C, cells(loop, loop));
    }

    private static String[] cells(Sample rate, Sample loop) {
        return new String[] {
            "%.0f".formatted(rate.min() / 1e3),
            "%.0f".formatted(rate.median() / 1e3),
            "%.0f".formatted(rate.max() / 1e3),
            "%.0f %%".formatted(100 * rate.median() / loop.median())
        };
    }
}
