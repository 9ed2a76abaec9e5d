package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Octets;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Due;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.Step;
import io.packetspec.spec.packetdrill.Body;
import io.packetspec.spec.packetdrill.Direction;
import io.packetspec.spec.packetdrill.PacketForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A packet that is sent to the kernel, or expected from it. */
final class PacketTranslation {
    private final IpTranslation ip;
    private final TcpTranslation tcp;
    private final UdpTranslation udp;
    private final IcmpTranslation icmp;

    /** @param elapsed of the script at the event */
    PacketTranslation(Net net, Settings settings, Conversations conversations, Supplier<Duration> elapsed) {
        this.ip = new IpTranslation(net);
        this.tcp = new TcpTranslation(settings, conversations, elapsed);
        this.udp = new UdpTranslation(conversations);
        this.icmp = new IcmpTranslation(net, conversations);
    }

    Step step(PacketForm packet, String text) {
        boolean expected = packet.direction() == Direction.OUTBOUND;
        PacketTemplate template = new PacketTemplate(packet.at(), layers(packet, expected));
        return expected
                ? new Step.Expect(packet.at(), text, World.WIRE, template, new Due(null, null), 1, false, null)
                : new Step.Inject(packet.at(), text, World.WIRE, template, null, null);
    }

    private List<LayerTemplate> layers(PacketForm packet, boolean expected) {
        List<LayerTemplate> layers =
                new ArrayList<>(new EncapsulationTranslation(packet.ip(), expected).layers(packet.encapsulations()));
        layers.addAll(packet.body().accept(expected ? new ToExpect(packet) : new ToSend(packet)));
        return layers;
    }

    /** What packetdrill sends, and has its calls send. */
    static Octets zeros(long length) {
        return length == 0 ? Octets.NONE : Octets.of(new byte[(int) length]);
    }

    private static LayerTemplate payload(Body body, long length) {
        return new Fields(body.at(), Headers.RAW).set("data", zeros(length)).layer();
    }

    private final class ToSend implements Body.Visitor<List<LayerTemplate>> {
        private final PacketForm packet;

        ToSend(PacketForm packet) {
            this.packet = packet;
        }

        private List<LayerTemplate> around(LayerTemplate transport, Body body, long length) {
            LayerTemplate network = ip.sent(packet.ip()).layer();
            return length == 0 ? List.of(network, transport) : List.of(network, transport, payload(body, length));
        }

        @Override
        public List<LayerTemplate> tcp(Body.Tcp segment) {
            return around(tcp.sent(segment), segment, segment.sequence().length());
        }

        @Override
        public List<LayerTemplate> udp(Body.Udp datagram) {
            return around(udp.sent(datagram), datagram, datagram.length());
        }

        @Override
        public List<LayerTemplate> icmp(Body.Icmp message) {
            List<LayerTemplate> layers =
                    new ArrayList<>(List.of(ip.sent(packet.ip()).layer()));
            layers.addAll(icmp.sent(message));
            return layers;
        }
    }

    private final class ToExpect implements Body.Visitor<List<LayerTemplate>> {
        private final PacketForm packet;
        private final long label;

        ToExpect(PacketForm packet) {
            this.packet = packet;
            this.label = ip.label(packet.ip());
        }

        private List<LayerTemplate> around(LayerTemplate transport, Body body, long length) {
            return List.of(ip.expected(packet.ip()).layer(), transport, payload(body, length));
        }

        @Override
        public List<LayerTemplate> tcp(Body.Tcp segment) {
            return around(
                    tcp.expected(segment, label), segment, segment.sequence().length());
        }

        @Override
        public List<LayerTemplate> udp(Body.Udp datagram) {
            return around(udp.expected(datagram, label), datagram, datagram.length());
        }

        /** Its content is not looked at, but how much it is. */
        @Override
        public List<LayerTemplate> icmp(Body.Icmp message) {
            Fields network = ip.carrying(ip.expected(packet.ip()), icmp.length(message));
            return List.of(network.layer(), icmp.expected(message, label));
        }
    }
}
