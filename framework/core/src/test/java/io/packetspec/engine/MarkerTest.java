package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where silence cannot be proved, the failure says which marker was lost. */
final class MarkerTest {
    @Test
    void aHostThatAnswersNoEchoIsNotBlamedForArp(@TempDir Path folder) {
        String spec = """
                feature: silence
                specs:
                  - spec: over IPv6 alone
                    lab:
                      hosts:
                        dut:
                          sysctl: {net.ipv6.icmp.echo_ignore_all: 1}
                          interfaces: {eth0: {wire: peer, addresses: ["2001:db8::1/64"]}}
                    steps: [silence]
                """;
        assertThat(failure(folder, spec)).contains("it was an ICMPv6 echo request, and host dut answered none; ");
    }

    @Test
    void aHostThatAnswersNoArpProbe(@TempDir Path folder) {
        String spec = """
                feature: silence
                specs:
                  - spec: without ARP
                    steps:
                      - sysctl: {net.ipv4.conf.eth0.arp_ignore: 8}
                      - silence
                """;
        assertThat(failure(folder, spec)).contains("it was an ARP probe, and host dut answered none; ");
    }

    private static String failure(Path folder, String spec) {
        Path file = new Trial(folder).file("marker.spec.yaml", spec);
        return Trial.failure(Trial.run(selectFile(file.toString())));
    }
}
