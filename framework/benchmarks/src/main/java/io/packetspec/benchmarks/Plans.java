package io.packetspec.benchmarks;

import io.packetspec.lab.Plan;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The labs of benchmarks that know no spec, with the addresses that a spec's lab has. */
final class Plans {
    static final String HOST = "dut";
    static final String WIRE = "peer";
    static final String INTERFACE = "eth0";
    static final byte[] PEER_ADDRESS = octets("c0000202");
    private static final byte[] HOST_MAC = octets("020000000001");
    private static final byte[] PEER_MAC = octets("020000000002");

    private Plans() {}

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** A host at a wire. */
    static Plan oneWire() {
        List<byte[]> there = List.of(PEER_ADDRESS, octets("20010db8000000000000000000000002"));
        return new Plan(
                List.of(host(HOST, WIRE, null, HOST_MAC)), List.of(new Plan.WirePlan(WIRE, there, PEER_MAC, false)));
    }

    /** Two hosts, the other of which is called as the wire is. */
    static Plan twoHosts() {
        Plan.InterfacePlan end =
                new Plan.InterfacePlan(INTERFACE, null, HOST + "." + INTERFACE, List.of(), 1500, PEER_MAC);
        return new Plan(
                List.of(
                        host(HOST, null, WIRE + "." + INTERFACE, HOST_MAC),
                        new Plan.HostPlan(WIRE, Map.of(), List.of(end), List.of())),
                List.of());
    }

    private static Plan.HostPlan host(String name, @Nullable String wire, @Nullable String link, byte[] mac) {
        List<Plan.AddressPlan> addresses = List.of(
                new Plan.AddressPlan(octets("c0000201"), 24),
                new Plan.AddressPlan(octets("20010db8000000000000000000000001"), 64));
        Plan.InterfacePlan end = new Plan.InterfacePlan(INTERFACE, wire, link, addresses, 1500, mac);
        return new Plan.HostPlan(name, Map.of(), List.of(end), List.of());
    }
}
