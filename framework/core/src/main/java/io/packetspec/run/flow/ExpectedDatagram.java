package io.packetspec.run.flow;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Mismatch;
import io.packetspec.packet.Packet;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.PacketTemplate.Scripted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Expects of a flow what has no sequence numbers: a datagram, or what ICMP says. The host may send it from any port, and
 * the latest is that to which the script answers.
 */
final class ExpectedDatagram implements Expected {
    private static final String TO = "dport";
    private final Packet packet;
    private final Layer written;
    private final Connection connection;
    private final Scripted scripted;

    ExpectedDatagram(Packet packet, int index, Connection connection, Scripted scripted) {
        this.written = packet.layers().get(index);
        this.connection = connection;
        this.scripted = scripted;
        List<Layer> layers = new ArrayList<>(packet.layers());
        if (hasPorts()) {
            layers.set(index, written.with(TO, far().port()));
        }
        this.packet = new Packet(Addressed.between(connection.endpoint(false), far(), layers, index));
    }

    private Endpoint far() {
        return connection.endpoint(true);
    }

    private boolean hasPorts() {
        return written.header() == Headers.UDP;
    }

    @Override
    public Packet packet() {
        return packet;
    }

    @Override
    public Packet packet(Dissection frame) {
        return packet;
    }

    @Override
    public boolean concerns(Dissection frame) {
        return part(frame).filter(part -> connection.isOfHost(part, frame)).isPresent();
    }

    @Override
    public List<Mismatch> diff(Dissection frame) {
        List<Mismatch> found = new ArrayList<>(frame.diff(packet));
        connection.labels().diff(scripted.label(), label(frame)).ifPresent(found::add);
        return found;
    }

    @Override
    public void met(Dissection frame) {
        connection.labels().met(scripted.label(), label(frame));
        if (hasPorts()) {
            part(frame).ifPresent(part -> connection.sentFrom((int) part.layer().number("sport")));
        }
    }

    private long label(Dissection frame) {
        return part(frame)
                .flatMap(part -> Addressed.carrying(part, frame))
                .map(ip -> ip.number("fl"))
                .orElse(0L);
    }

    private Optional<Dissection.Part> part(Dissection frame) {
        return frame.part(written.header());
    }
}
