package io.packetspec.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** Minimal specs, all the same but for a port. */
final class GeneratedSpecs {
    private GeneratedSpecs() {}

    /** One file. */
    static Path write(int count) throws IOException {
        return Scratch.create().write("minimal.spec.yaml", text("minimal", 0, count));
    }

    /** A folder of files. */
    static Path write(int files, int specsEach) throws IOException {
        Scratch scratch = Scratch.create();
        for (int i = 0; i < files; i++) {
            scratch.write("minimal-" + i + ".spec.yaml", text("minimal " + i, i * specsEach, specsEach));
        }
        return scratch.folder();
    }

    private static String text(String feature, int first, int count) {
        StringBuilder text = new StringBuilder("feature: " + feature + "\nspecs:\n");
        for (int i = first; i < first + count; i++) {
            int port = 40_000 + i;
            text.append("  - spec: a SYN/ACK to port ").append(port).append(" is answered with RST\n");
            text.append("    steps:\n");
            text.append("      - inject: [tcp: {sport: 80, dport: ")
                    .append(port)
                    .append(", flags: SA, seq: 1, ack: 7}]\n");
            text.append("      - expect: [tcp: {sport: ").append(port).append(", dport: 80, flags: R, seq: 7}]\n");
        }
        return text.toString();
    }
}
