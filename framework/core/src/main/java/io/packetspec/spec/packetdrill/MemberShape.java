package io.packetspec.spec.packetdrill;

import java.util.List;
import java.util.Optional;

/**
 * What a member of a struct may be.
 *
 * @param names of which one is written
 * @param count what stands in parentheses behind the name, if something does
 */
record MemberShape(List<String> names, Optional<Kind> count, Kind value, boolean optional) {

    /** What an expression must be. */
    enum Kind {
        ANY("an expression", Expression.class),
        NUMBER("a number", Expression.Number.class),
        NAME("a name", Expression.Name.class),
        ELLIPSIS("...", Expression.Ellipsis.class),
        ARRAY("a list in [ ]", Expression.Array.class),
        PORT("htons(number)", Expression.Port.class),
        ADDRESS("inet_addr(\"address\")", Expression.InternetAddress.class);

        private final String text;
        private final Class<? extends Expression> type;

        Kind(String text, Class<? extends Expression> type) {
            this.text = text;
            this.type = type;
        }

        Expression check(Expression value, String name) {
            if (!type.isInstance(value)) {
                throw new Refusal(value.at(), name + " is " + text + ", not " + value);
            }
            return value;
        }
    }

    static MemberShape member(String name, Kind value) {
        return new MemberShape(List.of(name), Optional.empty(), value, false);
    }

    static MemberShape counted(String name, Kind count, Kind value) {
        return new MemberShape(List.of(name), Optional.of(count), value, false);
    }

    static MemberShape oneOf(String... names) {
        return new MemberShape(List.of(names), Optional.empty(), Kind.ANY, false);
    }

    MemberShape optionally() {
        return new MemberShape(names, count, value, true);
    }

    @Override
    public String toString() {
        return String.join("= or ", names) + "=";
    }
}
