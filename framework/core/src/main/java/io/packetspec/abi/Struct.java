package io.packetspec.abi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A C struct of 64-bit Linux: a table of fields. */
public record Struct(String name, int size, List<Member> members) implements Layout {
    /**
     * A field.
     *
     * @param offset in octets
     * @param shift of a bit field, from the lowest bit
     * @param width of a bit field in bits; 0 for what is none
     */
    public record Member(String name, Form form, int offset, int shift, int width) {
        /** Where it ends, in octets. */
        public int end() {
            return offset + form.size();
        }
    }

    private static final Pattern FORM = Pattern.compile("(.*?)(?:/(\\d+)\\+(\\d+))?");
    private static final Map<String, Struct> STRUCTS = new LinkedHashMap<>();

    static {
        for (List<String> row : Table.rows("struct.table")) {
            if (row.get(0).equals("struct")) {
                Struct struct = new Struct(row.get(1), Integer.parseInt(row.get(2)), new ArrayList<>());
                STRUCTS.put(struct.name, struct);
            } else {
                last().members.add(member(row));
            }
        }
        STRUCTS.replaceAll((name, struct) -> new Struct(name, struct.size, List.copyOf(struct.members)));
    }

    private static Struct last() {
        return List.copyOf(STRUCTS.values()).get(STRUCTS.size() - 1);
    }

    private static Member member(List<String> row) {
        Matcher form = FORM.matcher(row.get(2));
        if (!form.matches()) {
            throw new IllegalStateException("no form: " + row);
        }
        return new Member(
                row.get(0), Form.parse(form.group(1)), Integer.parseInt(row.get(1)), bits(form, 2), bits(form, 3));
    }

    private static int bits(Matcher form, int group) {
        return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
    }

    public static Optional<Struct> named(String name) {
        return Optional.ofNullable(STRUCTS.get(name));
    }

    public static List<Struct> all() {
        return List.copyOf(STRUCTS.values());
    }

    /** @throws IllegalArgumentException if there is none of this name */
    public static Struct of(String name) {
        return named(name).orElseThrow(() -> new IllegalArgumentException("no struct " + name));
    }

    /** The struct of socket addresses of this family; {@code sockaddr} for those that have none here. */
    public static Struct address(long family) {
        return of(
                switch ((int) family) {
                    case 2 -> "sockaddr_in";
                    case 10 -> "sockaddr_in6";
                    case 17 -> "sockaddr_ll";
                    default -> "sockaddr";
                });
    }

    public Optional<Member> member(String field) {
        return members.stream().filter(m -> m.name().equals(field)).findFirst();
    }

    /** The names of its fields. */
    public List<String> fields() {
        return members.stream().map(Member::name).toList();
    }
}
