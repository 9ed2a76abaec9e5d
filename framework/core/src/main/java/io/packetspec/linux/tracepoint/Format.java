package io.packetspec.linux.tracepoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layout of a tracepoint's events, as its file {@code format} in tracefs gives it (Documentation/trace/events.rst).
 *
 * @param symbols the names that the event prints for numbers, by field
 */
public record Format(int id, Map<String, Field> fields, Map<String, Map<Long, String>> symbols) {
    /** Where a field lies, in octets. */
    public record Field(int offset, int size) {}

    private static final Pattern ID = Pattern.compile("^ID: (\\d+)$", Pattern.MULTILINE);
    private static final Pattern FIELD =
            Pattern.compile("field:[^;]*?(\\w+)(?:\\[\\d*])?;\\s*offset:(\\d+);\\s*size:(\\d+);");
    private static final Pattern SYMBOLS =
            Pattern.compile("__print_symbolic\\(REC->(\\w+)((?:, \\{ \\w+, \"[^\"]*\" })+)\\)");
    private static final Pattern SYMBOL = Pattern.compile("\\{ (\\d+), \"([^\"]*)\" }");

    static Format parse(String text) {
        Matcher id = ID.matcher(text);
        if (!id.find()) {
            throw new IllegalArgumentException("a format without an ID");
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        FIELD.matcher(text)
                .results()
                .forEach(m ->
                        fields.put(m.group(1), new Field(Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))));
        Map<String, Map<Long, String>> symbols = new LinkedHashMap<>();
        SYMBOLS.matcher(text).results().forEach(m -> symbols.put(m.group(1), named(m.group(2))));
        return new Format(Integer.parseInt(id.group(1)), fields, symbols);
    }

    private static Map<Long, String> named(String pairs) {
        Map<Long, String> names = new LinkedHashMap<>();
        SYMBOL.matcher(pairs).results().forEach(m -> names.put(Long.valueOf(m.group(1)), m.group(2)));
        return names;
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Of a field of up to eight octets, without a sign. */
    public long number(byte[] event, String field) {
        Field place = place(field);
        ByteBuffer octets = ByteBuffer.wrap(event).order(ByteOrder.nativeOrder());
        return switch (place.size()) {
            case Byte.BYTES -> Byte.toUnsignedLong(octets.get(place.offset()));
            case Short.BYTES -> Short.toUnsignedLong(octets.getShort(place.offset()));
            case Integer.BYTES -> Integer.toUnsignedLong(octets.getInt(place.offset()));
            case Long.BYTES -> octets.getLong(place.offset());
            default -> throw new IllegalArgumentException(field + " is no number");
        };
    }

    /** Of a field {@code __data_loc char[]}: the lower half says where it begins, the upper how long it is. */
    public String text(byte[] event, String field) {
        long location = number(event, field);
        int from = (int) (location & 0xffff);
        int length = (int) (location >>> 16) - 1;
        return new String(event, from, Math.max(0, length), StandardCharsets.UTF_8);
    }

    /** The number's name, or the number itself where the format has no name for it. */
    public String name(byte[] event, String field) {
        long value = number(event, field);
        return symbols.getOrDefault(field, Map.of()).getOrDefault(value, Long.toString(value));
    }

    private Field place(String field) {
        Field place = fields.get(field);
        if (place == null) {
            throw new IllegalArgumentException("this kernel's event has no field " + field);
        }
        return place;
    }
}
