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
    private final TcpTranslation tcp;
    private final IpTranslation ip;
    private final IcmpTranslation icmp;

    /** @param elapsed of the script at the event */
    PacketTranslation(Net net, Settings settings, Conversations conversations, Supplier<Duration> elapsed) {
        this.tcp = new TcpTranslation(settings, conversations, elapsed);
        this.ip = new IpTranslation(net);
        this.icmp = new IcmpTranslation(net, conversations);
    }

    Step step(PacketForm packet, String text) {
        if (!packet.encapsulations().isEmpty()) {
            throw new Untranslatable(packet.encapsulations().get(0).at(), "encapsulated packets are not supported");
        }
        boolean expected = packet.direction() == Direction.OUTBOUND;
        PacketTemplate template = new PacketTemplate(packet.at(), layers(packet, expected));
        return expected
                ? new Step.Expect(packet.at(), text, World.WIRE, template, new Due(null, null), 1, false, null)
                : new Step.Inject(packet.at(), text, World.WIRE, template, null, null);
    }

    private List<LayerTemplate> layers(PacketForm packet, boolean expected) {
        if (packet.body() instanceof Body.Icmp error && !expected) {
            return icmp.sent(error);
        }
        if (!(packet.body() instanceof Body.Tcp segment)) {
            throw new Untranslatable(
                    packet.body().at(), "only packets of TCP are supported, and ICMP errors to the kernel");
        }
        List<LayerTemplate> layers = new ArrayList<>();
        layers.add(expected ? ip.expected(packet.ip()) : ip.sent(packet.ip()));
        layers.add(expected ? tcp.expected(segment) : tcp.sent(segment));
        long length = segment.sequence().length();
        if (expected || length > 0) {
            layers.add(new Fields(packet.at(), Headers.RAW)
                    .set("data", zeros(length))
                    .layer());
        }
        return layers;
    }

    /** What packetdrill sends, and has its calls send. */
    static Octets zeros(long length) {
        return length == 0 ? Octets.NONE : Octets.of(new byte[(int) length]);
    }
}
