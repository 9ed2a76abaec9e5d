package io.packetspec.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SpeedTest {
    @Test
    @Timeout(10)
    void aThousandSpecsAreReadWithinTwoSeconds() {
        String spec = """
                  - spec: a segment %d
                    steps:
                      - socket: {type: SOCK_RAW, protocol: IPPROTO_RAW}
                        as: raw
                      - sendto: {socket: raw, to: peer, packet: [ipv4: {dst: peer, proto: 253}, payload: {size: 1400}]}
                      - expect: [ipv4: {src: dut, id: {not: 0}, checksum: valid, proto: 253}]
                        as: sent
                      - inject: [tcp: {sport: 80, dport: 4000, flags: SA, seq: "${sent.ipv4.id + 1}"}]
                      - expect: [tcp: {flags: R, seq: 7, win: 0}]
                        within: 50ms
                """;
        String file = "feature: f\nspecs:\n"
                + IntStream.range(0, 1000).mapToObj(spec::formatted).collect(Collectors.joining());
        long start = System.nanoTime();
        assertThat(Reading.sound(file).specs()).hasSize(1000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
