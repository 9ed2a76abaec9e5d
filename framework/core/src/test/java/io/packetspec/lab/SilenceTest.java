package io.packetspec.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SilenceTest {
    private static final int LABS = 100;
    private final List<Lab> labs = new ArrayList<>();

    @AfterEach
    void close() {
        labs.forEach(Lab::close);
    }

    /** Some have forwarding on, and join the groups of routers. */
    @Test
    void nobodySaysAnythingUnaskedForTwoSeconds() {
        for (int i = 0; i < LABS; i++) {
            labs.add(Lab.open(i % 4 == 0 ? Plans.routed() : Plans.plain()));
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        List<String> said = new ArrayList<>();
        for (Lab lab : labs) {
            Wire.Frame frame = lab.wire("peer").next(deadline);
            if (frame != null) {
                said.add(HexFormat.of().formatHex(frame.octets()));
            }
        }
        assertThat(said).isEmpty();
    }
}
