package io.packetspec.run.flow;

import io.packetspec.packet.Layer;
import io.packetspec.packet.Match;
import io.packetspec.packet.Options;
import java.util.List;

/** What lies between the relative numbers of a segment and those on the wire. */
record Shift(long seq, long ack, long sack, long val, long ecr) {

    /** Of a segment with these flags; without ACK the numbers that acknowledge have no meaning and stay as they are. */
    static Shift of(Layer tcp, End sender, End receiver) {
        boolean acknowledges = Tcp.has(tcp, Tcp.ACK);
        return new Shift(
                sender.origin(),
                acknowledges ? receiver.origin() : 0,
                receiver.origin(),
                sender.epoch(),
                acknowledges ? receiver.epoch() : 0);
    }

    Shift back() {
        return new Shift(-seq, -ack, -sack, -val, -ecr);
    }

    Layer of(Layer tcp) {
        Layer shifted = moved(moved(tcp, "seq", seq), "ack", ack);
        return tcp.value("options")
                .map(options -> shifted.with("options", Match.exact(options((Options) options))))
                .orElse(shifted);
    }

    private Options options(Options options) {
        return new Options(options.list().stream().map(this::option).toList());
    }

    private Layer option(Layer option) {
        return switch (option.header().name()) {
            case "ts" -> moved(moved(option, "val", val), "ecr", ecr);
            case "sack" ->
                option.value("sack")
                        .map(blocks -> option.with("sack", Match.exact(blocks((Options) blocks))))
                        .orElse(option);
            default -> option;
        };
    }

    private Options blocks(Options blocks) {
        List<Layer> moved = blocks.list().stream()
                .map(block -> block.header().field("left").isEmpty()
                        ? block
                        : moved(moved(block, "left", sack), "right", sack))
                .toList();
        return new Options(moved);
    }

    private static Layer moved(Layer layer, String field, long by) {
        return layer.value(field)
                .filter(Long.class::isInstance)
                .map(number -> layer.with(field, Sequence.sum((Long) number, by)))
                .orElse(layer);
    }
}
