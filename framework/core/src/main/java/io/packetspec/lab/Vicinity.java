package io.packetspec.lab;

import io.packetspec.lab.Cabling.Port;
import io.packetspec.lab.Cabling.ToWire;
import io.packetspec.lab.Plan.AddressPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who can be reached on a wire.
 *
 * @param probed the IPv4 address for which the host at the wire's end answers ARP probes; empty if it has none there
 * @param neighbours all on the network that the wire belongs to, but its far end
 */
public record Vicinity(byte[] probed, List<Neighbours.Neighbour> neighbours) {
    static Vicinity of(ToWire wire, Cabling cabling) {
        List<Neighbours.Neighbour> neighbours = new Neighbours(cabling).of(wire);
        return new Vicinity(wire.isLayer3() ? new byte[0] : probed(wire, cabling), neighbours);
    }

    /** Where there are other frames to hear an IPv6 answer, or no address at all, the dummy takes an address's place. */
    private static byte[] probed(ToWire wire, Cabling cabling) {
        Port top = cabling.top(wire.port());
        List<byte[]> addresses =
                top.plan().addresses().stream().map(AddressPlan::address).toList();
        byte[] otherwise = addresses.isEmpty() || cabling.isBridged(wire.port()) ? Plan.DUMMY : new byte[0];
        return addresses.stream().filter(a -> a.length == 4).findFirst().orElse(otherwise);
    }

    boolean isDummy() {
        return probed == Plan.DUMMY;
    }

    /** The MAC of whom on this network the IP address belongs to. */
    public Optional<byte[]> mac(byte[] address) {
        return neighbours.stream()
                .filter(neighbour -> neighbour.addresses().stream().anyMatch(own -> Arrays.equals(own, address)))
                .findFirst()
                .map(Neighbours.Neighbour::mac);
    }
}
