package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.OptionStyle;
import java.util.Arrays;
import java.util.stream.Stream;

/** The common shape of options: a kind, a length, and what the kind says. */
final class GenericOption {
    /** Any option of IPv4 or TCP by its number: {@code {kind: 253, hex: "f989"}}. */
    static final Header HEADER = any(OptionStyle.INTERNET);

    private GenericOption() {}

    static Header any(OptionStyle style) {
        return of(style, "option", 0, Field.hexOctets("hex"));
    }

    static Header of(String name, int kind, Field... fields) {
        return of(OptionStyle.INTERNET, name, kind, fields);
    }

    static Header of(OptionStyle style, String name, int kind, Field... fields) {
        Field length = Field.of("len", 8).computed(c -> style.stated(c.headerLength()));
        return Header.of(
                name,
                Stream.concat(Stream.of(kind(kind), length), Arrays.stream(fields))
                        .toArray(Field[]::new));
    }

    /** An option without length, such as {@code nop}. */
    static Header single(String name, int kind) {
        return Header.of(name, kind(kind));
    }

    private static Field kind(int number) {
        return Field.of("kind", 8).withDefault(number);
    }
}
