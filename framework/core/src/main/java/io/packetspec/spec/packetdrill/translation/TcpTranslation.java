package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.header.Headers;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.PacketTemplate.Scripted;
import io.packetspec.spec.PacketTemplate.ScriptedStamp;
import io.packetspec.spec.PacketTemplate.Segment;
import io.packetspec.spec.packetdrill.Body;
import io.packetspec.spec.packetdrill.TcpFlags;
import io.packetspec.spec.packetdrill.TcpFlags.Flag;
import io.packetspec.spec.packetdrill.TcpOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The TCP header of a packet. A script's numbers are relative to those of the connection's SYNs, but for those in the SYNs
 * themselves.
 */
final class TcpTranslation {
    private static final List<Flag> BITS =
            List.of(Flag.FIN, Flag.SYN, Flag.RST, Flag.PSH, Flag.ACK, Flag.URG, Flag.ECE, Flag.CWR, Flag.AE);
    private static final int ECE_BIT = 6;
    /** Words of a header without options. */
    private static final long PLAIN = 5;

    private static final long MASK = 0xffff_ffffL;

    private final Settings settings;
    private final Conversations conversations;
    private final Supplier<Duration> elapsed;

    /** @param elapsed of the script at the event */
    TcpTranslation(Settings settings, Conversations conversations, Supplier<Duration> elapsed) {
        this.elapsed = elapsed;
        this.settings = settings;
        this.conversations = conversations;
    }

    LayerTemplate sent(Body.Tcp tcp) {
        Conversation conversation = conversations.incoming(tcp);
        boolean syn = has(tcp, Flag.SYN);
        long ack = tcp.acknowledged().orElse(0);
        Fields fields = fields(tcp)
                .set("ack", syn && has(tcp, Flag.ACK) ? ack - conversation.hostBegan() & MASK : ack)
                .set("win", tcp.window().orElse(0))
                .set("options", OptionsTranslation.of(tcp.options().list(), false))
                .set(tcp.ports());
        return conversation
                .number(fields, "seq", tcp.sequence().start(), syn)
                .layer(new Segment(conversation.flow(), null, new Scripted(stamp(tcp, false), 0)));
    }

    /** Ports of its own do not matter: a segment that is expected is one of the connection. */
    LayerTemplate expected(Body.Tcp tcp, long label) {
        Conversation conversation = conversations.of(tcp.at(), Headers.TCP, tcp.ports());
        boolean syn = has(tcp, Flag.SYN);
        long start = tcp.sequence().start();
        long ack = tcp.acknowledged().orElse(0);
        Fields fields = fields(tcp)
                .set("seq", syn ? conversation.ofHost(start) : start)
                .set("reserved", 0L)
                .set("win", tcp.window());
        if (!tcp.options().any()) {
            fields.set("dataofs", PLAIN + tcp.options().length() / 4)
                    .set("options", OptionsTranslation.of(tcp.options().list(), true));
        }
        Fields acknowledging =
                has(tcp, Flag.ACK) ? conversation.number(fields, "ack", ack, syn) : fields.set("ack", ack);
        return acknowledging.layer(new Segment(conversation.flow(), null, new Scripted(stamp(tcp, true), label)));
    }

    private static boolean has(Body.Tcp tcp, Flag flag) {
        return tcp.flags().set().contains(flag);
    }

    private static Fields fields(Body.Tcp tcp) {
        return new Fields(tcp.at(), Headers.TCP)
                .set("flags", bits(tcp.flags()))
                .set("urgptr", tcp.urgent().orElse(0));
    }

    private static long bits(TcpFlags flags) {
        long bits = flags.ace().orElse(0) << ECE_BIT;
        for (Flag flag : flags.set()) {
            bits |= 1L << BITS.indexOf(flag);
        }
        return bits;
    }

    private @Nullable ScriptedStamp stamp(Body.Tcp tcp, boolean expected) {
        Optional<TcpOption.Timestamp> stamp = tcp.options().list().stream()
                .filter(TcpOption.Timestamp.class::isInstance)
                .map(TcpOption.Timestamp.class::cast)
                .findFirst();
        return stamp.map(ts -> new ScriptedStamp(
                        expected ? ts.value() : ts.echo(),
                        settings.tick(),
                        settings.tolerance().after(elapsed.get()).toNanos() / 1000,
                        settings.scaledEchoes()))
                .orElse(null);
    }
}
