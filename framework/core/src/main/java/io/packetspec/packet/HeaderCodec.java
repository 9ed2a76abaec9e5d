package io.packetspec.packet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One header to and from octets, by its table. */
final class HeaderCodec {
    private HeaderCodec() {}

    /** @throws IllegalArgumentException if a set field is not exact */
    static byte[] write(Layer layer, int payloadLength, Optional<Header> next) {
        Header header = layer.header();
        Octets variable = header.variablePart().map(f -> variable(layer, f)).orElse(Octets.NONE);
        byte[] octets = new byte[header.fixedLength() + variable.length()];
        variable.copyTo(octets, header.fixedLength());
        Context context = new Context(octets.length, payloadLength, next);
        for (Field field : header.fields()) {
            if (field.bits() > 0 && (!field.isView() || layer.fields().containsKey(field))) {
                field.write(octets, header.bit(field), value(layer, field, context));
            }
        }
        return octets;
    }

    private static Octets variable(Layer layer, Field field) {
        Object value = value(layer, field, new Context(0, 0, Optional.empty()));
        return value instanceof Options options ? OptionsCodec.write(options) : (Octets) value;
    }

    private static Object value(Layer layer, Field field, Context context) {
        Match set = layer.fields().get(field);
        if (set == null) {
            return field.unset(context);
        }
        if (set instanceof Match.Exact exact) {
            return exact.value();
        }
        throw new IllegalArgumentException(
                layer.header() + "." + field + ": " + set + " can be expected, but not sent: give a value");
    }

    /** The header at this place; empty if it is cut short there. */
    static Optional<Dissection.Part> read(Header header, Octets frame, int start, int limit) {
        int fixed = start + header.fixedLength();
        if (fixed > limit) {
            return Optional.empty();
        }
        Map<Field, Match> values = fixedFields(header, frame, start, limit);
        Layer layer = new Layer(header, values);
        int headerEnd =
                header.variablePart().isPresent() ? clamp(start + header.headerLength(layer), fixed, limit) : fixed;
        header.variablePart().ifPresent(field -> readVariable(field, frame, fixed, headerEnd, values));
        int length = header.length(layer);
        int end = start + length < headerEnd ? limit : Math.min(start + length, limit);
        return Optional.of(new Dissection.Part(new Layer(header, values), start, headerEnd, end));
    }

    /** As many fields as there are octets for: what an ICMP error quotes may end anywhere. */
    static Dissection.Part readCut(Header header, Octets frame, int start, int limit) {
        return new Dissection.Part(new Layer(header, fixedFields(header, frame, start, limit)), start, limit, limit);
    }

    private static Map<Field, Match> fixedFields(Header header, Octets frame, int start, int limit) {
        Map<Field, Match> values = new LinkedHashMap<>();
        for (Field field : header.fields()) {
            int bit = 8 * start + header.bit(field);
            if (field.bits() > 0 && bit + field.bits() <= 8 * limit) {
                values.put(field, Match.exact(field.read(frame, bit)));
            }
        }
        return values;
    }

    private static void readVariable(Field field, Octets frame, int from, int to, Map<Field, Match> values) {
        if (field.kind() == Field.Kind.OCTETS) {
            values.put(field, Match.exact(frame.slice(from, to)));
        } else if (from < to) {
            values.put(field, Match.exact(OptionsCodec.read(field, frame.slice(from, to))));
        }
    }

    private static int clamp(int value, int min, int max) {
        return Math.max(min, Math.min(value, max));
    }
}
