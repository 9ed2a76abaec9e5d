package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Address;
import io.packetspec.spec.At;
import io.packetspec.spec.TableEntry;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Topology.Host;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Prefix;
import io.packetspec.spec.Topology.Wire;
import java.util.List;
import java.util.Map;

/** The lab of a script: a host with a TUN interface, behind which is the script. */
final class World {
    static final String HOST = "dut";
    static final String WIRE = "tun";
    private static final String INTERFACE = "tun0";
    private static final int MAIN = 254;
    private static final int UNICAST = 1;
    private static final int LINK = 253;

    /** As an Ethernet card has them, so that scripts see the large segments that TCP sends. */
    private static final Map<String, Boolean> OFFLOADS =
            Map.of("tx-checksum", true, "sg", true, "tso", true, "gso", true);

    private World() {}

    static Topology of(At at, Net net, Settings settings) {
        Address mac = Address.parse("02:00:00:00:00:01");
        List<Prefix> addresses = List.of(new Prefix(net.local(), net.prefix()));
        Interface tun = new Interface(at, INTERFACE, WIRE, null, null, addresses, settings.mtu(), mac, OFFLOADS);
        Prefix remote = new Prefix(net.remote(), net.remote().octets().length() * Byte.SIZE);
        Integer scope = net.isIpv4() ? LINK : null;
        TableEntry route = new TableEntry.Route(
                at, net.family(), remote, null, INTERFACE, MAIN, UNICAST, 0, null, 0, false, scope);
        Host host = new Host(at, HOST, Map.of(), List.of(tun), List.of(route), null);
        Wire wire = new Wire(WIRE, List.of(remote), Address.parse("02:00:00:00:00:02"), true, settings.segmentSize());
        return new Topology(Map.of(HOST, host), Map.of(WIRE, wire));
    }
}
