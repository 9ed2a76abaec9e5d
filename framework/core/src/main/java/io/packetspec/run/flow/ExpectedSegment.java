package io.packetspec.run.flow;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Mismatch;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.PacketTemplate.Scripted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Expects a segment of a flow: the frame's numbers are read as relative, and held against relative ones. */
final class ExpectedSegment implements Expected {
    private final Packet written;
    private final int index;
    private final Connection connection;
    private final boolean quoted;
    private final Incoming incoming;
    private final boolean defaults;
    private final @Nullable Match window;
    private final Scripted scripted;

    /** @param defaults whether what is next goes without saying */
    ExpectedSegment(
            Packet written,
            int index,
            Connection connection,
            boolean defaults,
            @Nullable Match window,
            Scripted scripted) {
        this.written = written;
        this.index = index;
        this.connection = connection;
        this.quoted =
                Addressed.isQuoted(written.layers().stream().map(Layer::header).toList(), index);
        this.incoming = new Incoming(connection, quoted);
        this.defaults = defaults;
        this.window = window;
        this.scripted = scripted;
    }

    @Override
    public Packet packet() {
        return packet(null, true);
    }

    @Override
    public Packet packet(Dissection frame) {
        Optional<Dissection.Part> part = part(frame);
        return packet(part.map(Dissection.Part::layer).orElse(null), isInIp(frame, part));
    }

    private Packet packet(@Nullable Layer actual, boolean inIp) {
        List<Layer> layers = new ArrayList<>(written.layers());
        Layer tcp = incoming.ported(layers.get(index));
        layers.set(index, defaults ? incoming.numbered(tcp, actual) : tcp);
        return index > 0 || inIp
                ? new Packet(Addressed.between(
                        connection.endpoint(incoming.fromFar()),
                        connection.endpoint(!incoming.fromFar()),
                        layers,
                        index))
                : new Packet(layers);
    }

    /** Where something else is in between, the addresses are not looked at. */
    private static boolean isInIp(Dissection frame, Optional<Dissection.Part> tcp) {
        int before = tcp.map(part -> frame.parts().indexOf(part) - 1).orElse(-1);
        return before < 0
                || List.of(Headers.IPV4, Headers.IPV6)
                        .contains(frame.parts().get(before).layer().header());
    }

    @Override
    public boolean concerns(Dissection frame) {
        return part(frame).filter(part -> connection.isOfHost(part, frame)).isPresent();
    }

    @Override
    public List<Mismatch> diff(Dissection frame) {
        Optional<Dissection.Part> part = part(frame);
        Dissection seen = part.map(p -> frame.with(p, relative(p))).orElse(frame);
        List<Mismatch> found = new ArrayList<>();
        seen.diff(packet(frame)).forEach(mismatch -> found.add(relative(mismatch)));
        part.flatMap(p -> window(p.layer())).ifPresent(found::add);
        part.flatMap(p -> connection.stamps().diff(scripted.stamp(), relative(p)))
                .ifPresent(found::add);
        part.flatMap(p -> connection.labels().diff(scripted.label(), label(p, frame)))
                .ifPresent(found::add);
        return found;
    }

    private Layer relative(Dissection.Part part) {
        return connection.relative(part.layer(), incoming.fromFar());
    }

    private Mismatch relative(Mismatch mismatch) {
        boolean isRelative = List.of("seq", "ack", "val", "ecr", "left", "right")
                .contains(mismatch.path().substring(mismatch.path().lastIndexOf('.') + 1));
        return isRelative && mismatch.path().contains("tcp")
                ? new Mismatch(
                        mismatch.path(),
                        mismatch.expected(),
                        mismatch.actual() + " (relative to flow "
                                + connection.flow().name() + ")")
                : mismatch;
    }

    private Optional<Mismatch> window(Layer tcp) {
        int scale = Tcp.has(tcp, Tcp.SYN) ? 0 : connection.scale(incoming.fromFar());
        long actual = tcp.number("win") << scale;
        return window == null || window.matches(actual)
                ? Optional.empty()
                : Optional.of(new Mismatch(
                        "tcp.window", window.toString(), actual + " (win " + tcp.number("win") + " << " + scale + ")"));
    }

    @Override
    public void met(Dissection frame) {
        if (!quoted) {
            part(frame).ifPresent(part -> {
                connection.stamps().met(scripted.stamp(), relative(part));
                connection.labels().met(scripted.label(), label(part, frame));
                connection.sent(part.layer(), frame.behind(part).length(), incoming.fromFar());
            });
        }
    }

    private static long label(Dissection.Part part, Dissection frame) {
        return Addressed.carrying(part, frame).map(ip -> ip.number("fl")).orElse(0L);
    }

    private Optional<Dissection.Part> part(Dissection frame) {
        return segment(frame, quoted);
    }

    /** The TCP layer of a frame, or of what it quotes. */
    static Optional<Dissection.Part> segment(Dissection frame, boolean quoted) {
        List<Header> headers =
                frame.parts().stream().map(part -> part.layer().header()).toList();
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i) == Headers.TCP && Addressed.isQuoted(headers, i) == quoted) {
                return Optional.of(frame.parts().get(i));
            }
        }
        return Optional.empty();
    }
}
