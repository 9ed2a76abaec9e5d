package io.packetspec.run.flow;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The same for what carries the error that quotes the layer at this index. */
    static List<Layer> aroundError(Endpoint from, Endpoint to, List<Layer> layers, int index) {
        int error = index;
        while (!ERRORS.contains(layers.get(error).header())) {
            error--;
        }
        return between(from, to, layers, error);
    }

    /** An error that quotes goes to the end whose segment it quotes, wherever that is behind the wire. */
    static List<Layer> toSender(Endpoint sender, List<Layer> layers) {
        List<Layer> addressed = new ArrayList<>(layers);
        if (ERRORS.contains(layers.get(0).header())) {
            addressed.add(0, ip(sender).with("dst", Match.exact(sender.address())));
        }
        return addressed;
    }

    /** The IP layer that carries this part; empty if none does. */
    static Optional<Layer> carrying(Dissection.Part part, Dissection frame) {
        List<Dissection.Part> outside = frame.parts().subList(0, frame.parts().indexOf(part));
        return outside.stream()
                .map(Dissection.Part::layer)
                .filter(layer -> NETWORK.contains(layer.header()))
                .reduce((outer, inner) -> inner);
    }

    /** Whether the part goes from one of these ends to the other. */
    static boolean isBetween(Endpoint from, Endpoint to, Dissection.Part part, Dissection frame) {
        return carrying(part, frame)
                .filter(ip -> ip.value("src").filter(from.address()::equals).isPresent())
                .filter(ip -> ip.value("dst").filter(to.address()::equals).isPresent())
                .isPresent();
    }

    private static Layer ip(Endpoint end) {
        return Layer.of(end.address().isIpv4() ? Headers.IPV4 : Headers.IPV6);
    }

    private static Layer filled(Layer ip, Endpoint from, Endpoint to) {
        Layer sourced = Tcp.filled(ip, "src", Match.exact(from.address()));
        return Tcp.filled(sourced, "dst", Match.exact(to.address()));
    }
}
