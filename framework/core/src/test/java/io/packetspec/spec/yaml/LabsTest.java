package io.packetspec.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.packetspec.packet.Address;
import io.packetspec.spec.TableEntry.Route;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Prefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabsTest {
    private static Topology lab(String text) {
        return Reading.variants("- spec: s\n" + text.indent(2) + "  steps: [silence]\n")
                .get(0)
                .lab();
    }

    @Test
    void aSpecWithoutALabHasOneHostOnOneWire() {
        Topology lab = lab("tags: []");
        Interface eth0 = lab.hosts().get("dut").interfaces().get(0);
        assertThat(lab.hosts()).containsOnlyKeys("dut");
        assertThat(eth0.wire()).isEqualTo("peer");
        assertThat(eth0.addresses()).hasToString("[192.0.2.1/24, 2001:db8::1/64]");
        assertThat(eth0.mtu()).isEqualTo(1500);
        assertThat(eth0.mac()).isEqualTo(Address.parse("02:00:00:00:00:01"));
        assertThat(lab.wires().get("peer").addresses()).hasToString("[192.0.2.2/24, 2001:db8::2/64]");
        assertThat(lab.wires().get("peer").mac()).isEqualTo(Address.parse("02:00:00:00:00:02"));
    }

    @Test
    void aDeclaredLabHasBothEndsOfItsLinks() {
        Topology lab = Reading.sound(Reading.resource("router.spec.yaml"))
                .specs()
                .get(0)
                .variants()
                .get(0)
                .lab();
        assertThat(lab.hosts().get("router").sysctls()).containsEntry("net.ipv4.ip_forward", "1");
        assertThat(lab.hosts().get("router").interfaces().get(1).link()).isEqualTo("server.eth0");
        assertThat(lab.hosts().get("server").interfaces().get(0).link()).isEqualTo("router.right");
        assertThat(lab.hosts().get("server").interfaces().get(0).mtu()).isEqualTo(1400);
        assertThat(lab.hosts().get("server").entries())
                .singleElement(type(Route.class))
                .extracting(Route::to, Route::via)
                .containsExactly(null, Address.parse("198.51.100.1"));
        assertThat(lab.wires().get("client").addresses()).hasToString("[192.0.2.2/24]");
        assertThat(lab.wires().get("client").mac()).isEqualTo(Address.parse("02:00:00:00:00:04"));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1/24, 192.0.2.2/24",
        "192.0.2.7/24, 192.0.2.1/24",
        "192.0.2.5/30, 192.0.2.6/30",
        "192.0.2.1/31, 192.0.2.0/31",
        "192.0.2.0/31, 192.0.2.1/31",
        "2001:db8::1/64, 2001:db8::2/64",
        "2001:db8::abcd/64, 2001:db8::1/64"
    })
    void theFarEndOfAWireHasTheFirstOtherAddressOfThePrefix(String near, String far) {
        assertThat(Prefixes.firstOther(Prefixes.parse(near)))
                .map(Prefix::toString)
                .contains(far);
    }

    @Test
    void aHostRouteLeavesNoAddressForTheFarEnd() {
        assertThat(Prefixes.firstOther(Prefixes.parse("192.0.2.1/32"))).isEmpty();
    }

    @Test
    void labsTakeParametersAndNamesOfGateways() {
        Topology lab = Reading.variants("""
                        - spec: s
                          each: [{mtu: 1280}, {mtu: 576}]
                          lab:
                            hosts:
                              dut:
                                interfaces:
                                  eth0: {wire: w, addresses: [192.0.2.1/24], mtu: "${mtu}"}
                                routes: [{to: 198.51.100.0/24, via: w}]
                            wires: {w: {addresses: [192.0.2.9, 198.51.100.1]}}
                          steps: [silence]
                        """).get(1).lab();
        assertThat(lab.hosts().get("dut").interfaces().get(0).mtu()).isEqualTo(576);
        assertThat(lab.hosts().get("dut").entries())
                .first(type(Route.class))
                .extracting(Route::via)
                .isEqualTo(Address.parse("192.0.2.9"));
        assertThat(lab.wires().get("w").addresses()).hasToString("[192.0.2.9/24, 198.51.100.1/32]");
    }
}
