package io.packetspec.lab;

import io.packetspec.lab.Plan.AddressPlan;
import io.packetspec.lab.Plan.EntryPlan;
import io.packetspec.lab.Plan.HostPlan;
import io.packetspec.lab.Plan.InterfacePlan;
import io.packetspec.lab.Plan.WirePlan;
import io.packetspec.linux.netlink.Route;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The default lab, and a router with a server behind it. */
final class Plans {
    private static final int RTN_UNICAST = 1;
    static final byte[] DUT_MAC = mac("020000000001");
    static final byte[] PEER_MAC = mac("020000000002");
    static final List<AddressPlan> DUT = List.of(prefix("192.0.2.1", 24), prefix("2001:db8::1", 64));
    static final WirePlan PEER =
            new WirePlan("peer", List.of(address("192.0.2.2"), address("2001:db8::2")), PEER_MAC, false);

    private Plans() {}

    static Plan plain() {
        return dut(Map.of());
    }

    static Plan dut(Map<String, String> sysctls, EntryPlan... routes) {
        InterfacePlan eth0 = new InterfacePlan("eth0", "peer", null, DUT, 1500, DUT_MAC);
        return new Plan(List.of(new HostPlan("dut", sysctls, List.of(eth0), List.of(routes))), List.of(PEER));
    }

    static Plan routed() {
        InterfacePlan left = new InterfacePlan("left", "peer", null, DUT, 1500, DUT_MAC);
        InterfacePlan right = link("right", "server.eth0", "198.51.100.1", "2001:db8:1::1", "020000000003");
        InterfacePlan eth0 = link("eth0", null, "198.51.100.2", "2001:db8:1::2", "020000000004");
        Map<String, String> forward = Map.of("net.ipv4.ip_forward", "1", "net.ipv6.conf.all.forwarding", "1");
        List<EntryPlan> back = List.of(
                route(null, address("198.51.100.1")), route(prefix("2001:db8::", 64), address("2001:db8:1::1")));
        return new Plan(
                List.of(
                        new HostPlan("router", forward, List.of(left, right), List.of()),
                        new HostPlan("server", Map.of(), List.of(eth0), back)),
                List.of(PEER));
    }

    private static InterfacePlan link(String name, @Nullable String to, String ipv4, String ipv6, String mac) {
        return new InterfacePlan(name, null, to, List.of(prefix(ipv4, 24), prefix(ipv6, 64)), 1400, mac(mac));
    }

    /** @param to null for the default route of the gateway's family */
    static EntryPlan route(@Nullable AddressPlan to, byte[] via) {
        byte[] address = to == null ? null : to.address();
        int length = to == null ? 0 : to.prefixLength();
        Route route = new Route(via.length == 16, address, length, via, 0, 0, RTN_UNICAST, 0, null, 0, false, null);
        return new EntryPlan(null, index -> route);
    }

    static AddressPlan prefix(String address, int length) {
        return new AddressPlan(address(address), length);
    }

    static byte[] address(String text) {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] mac(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
