package io.packetspec.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetspec.linux.Sysctl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LabTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static Wire.Frame exchange(Lab lab, Segment segment) {
        Wire wire = lab.wire("peer");
        wire.inject(segment.frame());
        Wire.Frame frame = wire.next(System.nanoTime() + SECOND);
        assertThat(frame).isNotNull();
        assertThat(segment.isAnsweredBy(frame.octets())).isTrue();
        return frame;
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1"})
    void aSegmentToNoSocketIsAnsweredWithAResetWhoseChecksumIsReal(String dut) {
        try (Lab lab = Lab.open(Plans.plain())) {
            exchange(lab, Segment.synAck(dut));
        }
    }

    @Test
    void theFirstFrameOfALabIsAlwaysAnswered() {
        Segment ipv4 = Segment.synAck("192.0.2.1");
        Segment ipv6 = Segment.synAck("2001:db8::1");
        for (int i = 0; i < 300; i++) {
            try (Lab lab = Lab.open(Plans.plain())) {
                exchange(lab, i % 2 == 0 ? ipv4 : ipv6);
                exchange(lab, i % 2 == 0 ? ipv6 : ipv4);
                assertThat(lab.wire("peer").next(System.nanoTime())).isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.2", "2001:db8:1::2"})
    void aHostBehindARouterIsReachedOverTheLink(String server) {
        try (Lab lab = Lab.open(Plans.routed())) {
            exchange(lab, Segment.synAck(server));
            assertThat(lab.wire("peer").next(System.nanoTime())).isNull();
        }
    }

    @Test
    void stampsAreOfTheArrivalNotOfTheReading() throws Exception {
        try (Lab lab = Lab.open(Plans.plain())) {
            Segment segment = Segment.synAck("192.0.2.1");
            exchange(lab, segment);
            lab.wire("peer").inject(segment.frame());
            TimeUnit.MILLISECONDS.sleep(20);
            long now = System.currentTimeMillis() * 1_000_000;
            Wire.Frame frame = lab.wire("peer").next(System.nanoTime() + SECOND);
            assertThat(frame).isNotNull();
            assertThat(now - frame.time()).isBetween(10_000_000L, SECOND);
        }
    }

    @Test
    void sysctlsOfThePlanHoldForTheHostAndItsInterface() throws Exception {
        Map<String, String> sysctls = Map.of(
                "net.ipv4.icmp_ratemask", "77",
                "net.ipv6.conf.eth0.hop_limit", "9",
                "net.ipv6.conf.default.force_mld_version", "2");
        try (Lab lab = Lab.open(Plans.dut(sysctls))) {
            for (Map.Entry<String, String> one : sysctls.entrySet()) {
                assertThat(lab.host("dut").<String>call(() -> Sysctl.read(one.getKey())))
                        .isEqualTo(one.getValue());
            }
        }
    }

    @Test
    void theSettingsOfSetUpAreTakenBack() throws Exception {
        try (Lab lab = Lab.open(Plans.plain())) {
            for (String scope : List.of("default", "eth0")) {
                String prefix = "net.ipv6.conf." + scope + ".";
                assertThat(lab.host("dut").<String>call(() -> Sysctl.read(prefix + "force_mld_version")))
                        .isEqualTo("0");
                assertThat(lab.host("dut")
                                .<String>call(() -> Sysctl.read(prefix + "mldv1_unsolicited_report_interval")))
                        .isEqualTo("10000");
            }
        }
    }

    @Test
    void aHostWithoutIpv6HasALabAllTheSame() throws Exception {
        try (Lab lab = Lab.open(Plans.dut(Map.of("net.ipv6.conf.all.disable_ipv6", "1")))) {
            exchange(lab, Segment.synAck("192.0.2.1"));
            assertThat(lab.host("dut").<String>call(() -> Files.readString(Path.of("/proc/thread-self/net/if_inet6"))))
                    .doesNotContain("eth0");
        }
    }

    @Test
    void theMachinesOwnIpv4SettingsDoNotReachALab() throws Exception {
        try (Lab lab = Lab.open(Plans.plain())) {
            for (String key : List.of("rp_filter", "arp_ignore", "proxy_arp", "forwarding")) {
                assertThat(lab.host("dut").<String>call(() -> Sysctl.read("net.ipv4.conf.eth0." + key)))
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void aNameThatTheLabDoesNotHaveIsAnsweredWithThoseItHas() {
        try (Lab lab = Lab.open(Plans.routed())) {
            assertThatThrownBy(() -> lab.host("roter")).hasMessage("the lab has no host roter, only [router, server]");
            assertThatThrownBy(() -> lab.wire("left")).hasMessage("the lab has no wire left, only [peer]");
        }
    }
}
