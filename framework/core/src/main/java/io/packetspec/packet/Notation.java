package io.packetspec.packet;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How packets and values are written: one notation in and out. */
public final class Notation {
    private Notation() {}

    /** A packet as specs write it, in YAML's flow style: reading it back gives an equal packet. */
    public static String full(Packet packet) {
        return packet.layers().stream().map(Notation::layer).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A frame as the shortest packet that is encoded to it. */
    public static String full(Dissection frame) {
        return full(frame.packet());
    }

    /** A packet in one line for reading: what is set, and nothing else. */
    public static String line(Packet packet) {
        return packet.layers().stream().map(Summary::of).collect(Collectors.joining("  "));
    }

    /**
     * A frame in one line for reading: what tells it from others, and what an encoder would not have filled in; the
     * Ethernet header only if nothing known follows it.
     */
    public static String line(Dissection frame) {
        return Summary.of(frame);
    }

    /** What a field must be, as specs write it: {@code 7}, {@code {not: SA}}, {@code any}. */
    public static String match(Field field, Match match) {
        if (match instanceof Match.Exact exact) {
            return field.print(exact.value());
        }
        if (match instanceof Match.Not not) {
            return "{not: " + match(field, not.match()) + "}";
        }
        if (match instanceof Match.In in) {
            return in.matches().stream().map(m -> match(field, m)).collect(Collectors.joining(", ", "{in: [", "]}"));
        }
        return match instanceof Match.Listed listed ? listed.text(field::print) : match.toString();
    }

    /** The same for a failure: decimal and hex where both help. */
    static String explain(Field field, Match match) {
        return match instanceof Match.Exact exact ? field.explain(exact.value()) : match(field, match);
    }

    /** {@code name: value} or {@code name: {field: value, …}}. */
    static String layer(Layer layer) {
        Optional<Match> principal =
                layer.fields().size() == 1 ? layer.header().principal().map(layer.fields()::get) : Optional.empty();
        return layer.header()
                + ": "
                + principal
                        .map(match -> match(layer.header().principal().orElseThrow(), match))
                        .orElseGet(() -> fields(layer));
    }

    static String fields(Layer layer) {
        return layer.fields().entrySet().stream().map(Notation::field).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String field(Map.Entry<Field, Match> entry) {
        return entry.getKey() + ": " + match(entry.getKey(), entry.getValue());
    }

    /** A value as specs write it. */
    public static String value(Object value) {
        return value instanceof Options options ? new OptionsWording(null).print(options) : value.toString();
    }
}
