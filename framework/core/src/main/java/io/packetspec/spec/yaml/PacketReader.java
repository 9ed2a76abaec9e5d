package io.packetspec.spec.yaml;

import io.packetspec.packet.Header;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.At;
import io.packetspec.spec.Ip;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.PacketTemplate.LayerTemplate;
import io.packetspec.spec.yaml.Tree.Entries;
import io.packetspec.spec.yaml.Tree.Entry;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.List;
import java.util.Optional;

/** Reads a packet: a list of layers from the outside in. */
final class PacketReader {
    private static final String LAYERS = "a list of layers such as [ipv4: {dst: peer}, payload: hello]";
    private static final String PACKETS = "a list of packets such as [[tcp: {flags: R}], [icmp]]";
    private final boolean sent;
    private final Scope scope;

    /** @param sent whether the packet is to be sent, or looked for */
    PacketReader(boolean sent, Scope scope) {
        this.sent = sent;
        this.scope = scope;
    }

    PacketTemplate read(Cursor cursor) {
        List<Cursor> items = cursor.items(LAYERS);
        if (cursor.isList() && items.isEmpty()) {
            cursor.problem("expected " + LAYERS + ", not an empty list");
        }
        List<LayerTemplate> layers =
                items.stream().flatMap(item -> layer(item).stream()).toList();
        layers.stream()
                .filter(layer -> layer.segment() != null)
                .skip(1)
                .forEach(layer -> scope.problem(layer.at(), "a packet has one segment of a flow, and this is another"));
        return new PacketTemplate(cursor.at(), layers);
    }

    /** Several packets: a list of lists of layers. */
    List<PacketTemplate> list(Cursor cursor) {
        List<Cursor> items = cursor.items(PACKETS);
        if (cursor.isList() && items.isEmpty()) {
            cursor.problem("expected " + PACKETS + ", not an empty list");
        }
        return items.stream().map(this::read).toList();
    }

    /** A packet that is nothing but this payload. */
    PacketTemplate payload(At at, Cursor value) {
        return new PacketTemplate(at, List.of(layer("payload", Header.PAYLOAD, at, value)));
    }

    private Optional<LayerTemplate> layer(Cursor item) {
        if (item.tree() instanceof Text name && !name.isEmpty()) {
            return header(name).map(header -> layer(name.text(), header, name.at(), emptyAfter(name)));
        }
        if (item.tree() instanceof Entries entries && entries.entries().size() == 1) {
            Entry entry = entries.entries().get(0);
            Text name = entry.key();
            return header(name).map(header -> layer(name.text(), header, name.at(), scope.cursor(entry.value())));
        }
        if (!item.isBroken()) {
            item.problem("expected one layer here, such as tcp: {dport: 80}" + hint(item));
        }
        return Optional.empty();
    }

    private static String hint(Cursor item) {
        return item.isMapping() ? "; each layer is an item of its own in the list" : "";
    }

    private Cursor emptyAfter(Text name) {
        return scope.cursor(new Text(name.at(), "", true, ""));
    }

    private LayerTemplate layer(String name, Header header, At at, Cursor value) {
        return new LayerReader(name, header, sent, scope).read(at, value);
    }

    private Optional<Header> header(Text name) {
        Optional<Header> header = Headers.named(Ip.layer(name.text(), scope.family()));
        if (header.isEmpty()) {
            scope.problem(name.at(), Suggestion.unknown("layer", name.text(), "", Layers.names()));
        }
        return header;
    }
}
