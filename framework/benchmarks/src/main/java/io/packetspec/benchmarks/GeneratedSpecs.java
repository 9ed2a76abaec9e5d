package io.packetspec.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of minimal specs, all the same but for a port. */
final class GeneratedSpecs {
    private GeneratedSpecs() {}

    static Path write(int count) throws IOException {
        StringBuilder text = new StringBuilder("feature: minimal\nspecs:\n");
        for (int i = 0; i < count; i++) {
            int port = 40_000 + i;
            text.append("  - spec: a SYN/ACK to port ").append(port).append(" is answered with RST\n");
            text.append("    steps:\n");
            text.append("      - inject: [tcp: {sport: 80, dport: ")
                    .append(port)
                    .append(", flags: SA, seq: 1, ack: 7}]\n");
            text.append("      - expect: [tcp: {sport: ").append(port).append(", dport: 80, flags: R, seq: 7}]\n");
        }
        Path file = Files.createTempDirectory("packetspec").resolve("minimal.spec.yaml");
        // Deleted in the reverse order.
        file.getParent().toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return Files.writeString(file, text);
    }
}
