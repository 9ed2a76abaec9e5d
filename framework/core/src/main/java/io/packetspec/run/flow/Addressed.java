package io.packetspec.run.flow;

import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts a flow's addresses into the IP layer around its segment, unless their user wrote others. */
final class Addressed {
    private static final Set<Header> ERRORS = Set.of(Headers.ICMP, Headers.ICMPV6);
    private static final Set<Header> NETWORK = Set.of(Headers.IPV4, Headers.IPV6);

    private Addressed() {}

    /** Whether the layer at this index is only quoted by an error. */
    static boolean isQuoted(List<Header> layers, int index) {
        return layers.subList(0, index).stream().anyMatch(ERRORS::contains);
    }

    static List<Layer> between(Endpoint from, Endpoint to, List<Layer> layers, int index) {
        List<Layer> addressed = new ArrayList<>(layers);
        int network = index - 1;
        while (network >= 0 && !NETWORK.contains(layers.get(network).header())) {
            if (ERRORS.contains(layers.get(network).header())) {
                return addressed;
            }
            network--;
        }
        if (network >= 0) {
            addressed.set(network, filled(layers.get(network), from, to));
        } else if (layers.get(0).header() != Headers.ETH) {
            addressed.add(0, filled(ip(from), from, to));
        }
        return addressed;
    }

    /** An error that quotes goes to the end whose segment it quotes, wherever that is behind the wire. */
    static List<Layer> toSender(Endpoint sender, List<Layer> layers) {
        List<Layer> addressed = new ArrayList<>(layers);
        if (ERRORS.contains(layers.get(0).header())) {
            addressed.add(0, ip(sender).with("dst", Match.exact(sender.address())));
        }
        return addressed;
    }

    private static Layer ip(Endpoint end) {
        return Layer.of(end.address().isIpv4() ? Headers.IPV4 : Headers.IPV6);
    }

    private static Layer filled(Layer ip, Endpoint from, Endpoint to) {
        Layer sourced = Tcp.filled(ip, "src", Match.exact(from.address()));
        return Tcp.filled(sourced, "dst", Match.exact(to.address()));
    }
}
