package io.packetspec.packet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One header to and from octets, by its table. */
final class HeaderCodec {
    private HeaderCodec() {}

    /** @throws IllegalArgumentException if a set field is not exact */
    static byte[] write(Layer layer, int payloadLength, Optional<Header> next) {
        Header header = layer.header();
        List<Field> optional = Presence.inWritten(layer, next);
        int fixed = header.fixedLength() + Presence.bits(optional) / 8;
        Octets variable = variable(layer, fixed, optional);
        byte[] octets = new byte[fixed + variable.length()];
        variable.copyTo(octets, fixed);
        Context context = new Context(layer, octets.length, payloadLength, next);
        for (Field field : header.fields()) {
            boolean there = !field.isView() || layer.fields().containsKey(field);
            if (field.bits() > 0 && there && !field.isOptional()) {
                field.write(octets, header.bit(field), value(layer, field, context));
            }
        }
        int bit = 8 * header.fixedLength();
        for (Field field : optional) {
            if (field.bits() > 0) {
                field.write(octets, bit, value(layer, field, context));
            }
            bit += field.bits();
        }
        return octets;
    }

    private static Octets variable(Layer layer, int fixed, List<Field> optional) {
        Octets all = Octets.NONE;
        for (Field field : layer.header().fields()) {
            if (field.bits() == 0 && (!field.isOptional() || optional.contains(field))) {
                Context nowhere = new Context(layer, 0, 0, Optional.empty());
                all = all.and(padded(field, value(layer, field, nowhere), fixed + all.length()));
            }
        }
        return all;
    }

    private static Octets padded(Field field, Object value, int before) {
        Octets octets = value instanceof Options options ? OptionsCodec.write(field, options) : (Octets) value;
        int excess = (before + octets.length()) % field.multiple();
        if (excess == 0) {
            return octets;
        }
        byte[] padded = new byte[octets.length() + field.multiple() - excess];
        octets.copyTo(padded, 0);
        field.style().pad(padded, octets.length());
        return Octets.view(padded);
    }

    private static Object value(Layer layer, Field field, Context context) {
        Match set = layer.fields().get(field);
        if (set == null) {
            field.checkUnset(context);
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
        int mandatory = start + header.fixedLength();
        if (mandatory > limit) {
            return Optional.empty();
        }
        Map<Field, Match> values = fixedFields(header, frame, start, limit);
        Layer layer = new Layer(header, values);
        List<Field> optional = Presence.inRead(layer, limit - mandatory);
        int fixed = mandatory + Presence.bits(optional) / 8;
        if (fixed > limit) {
            return Optional.empty();
        }
        readOptional(optional, frame, mandatory, limit, values);
        Layer whole = optional.isEmpty() ? layer : new Layer(header, values);
        Optional<Field> variable = header.variablePart()
                .or(() -> optional.stream().filter(field -> field.bits() == 0).findFirst());
        int headerEnd = variable.isPresent() ? clamp(start + header.headerLength(whole), fixed, limit) : fixed;
        variable.ifPresent(field -> readVariable(field, frame, fixed, headerEnd, values));
        int length = header.length(layer);
        int end = start + length < headerEnd ? limit : Math.min(start + length, limit);
        return Optional.of(new Dissection.Part(new Layer(header, values), start, headerEnd, end));
    }

    /** As many fields as there are octets for: what an ICMP error quotes may end anywhere. */
    static Dissection.Part readCut(Header header, Octets frame, int start, int limit) {
        Map<Field, Match> values = fixedFields(header, frame, start, limit);
        int mandatory = start + header.fixedLength();
        if (mandatory < limit) {
            readOptional(
                    Presence.inRead(new Layer(header, values), limit - mandatory), frame, mandatory, limit, values);
        }
        return new Dissection.Part(new Layer(header, values), start, limit, limit);
    }

    private static Map<Field, Match> fixedFields(Header header, Octets frame, int start, int limit) {
        Map<Field, Match> values = new LinkedHashMap<>();
        for (Field field : header.fields()) {
            int bit = 8 * start + header.bit(field);
            if (field.bits() > 0 && !field.isOptional() && bit + field.bits() <= 8 * limit) {
                values.put(field, Match.exact(field.read(frame, bit)));
            }
        }
        return values;
    }

    private static void readOptional(List<Field> fields, Octets frame, int from, int limit, Map<Field, Match> values) {
        int bit = 8 * from;
        for (Field field : fields) {
            if (field.bits() > 0 && bit + field.bits() <= 8 * limit) {
                values.put(field, Match.exact(field.read(frame, bit)));
            }
            bit += field.bits();
        }
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
