package io.packetspec.packet.header;

import io.packetspec.packet.Context;
import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import java.util.Arrays;
import java.util.stream.Stream;

/** The common shape of options in IPv4 and TCP: a kind, a length that counts both, and what the kind says. */
final class GenericOption {
    /** Any option by its number: {@code {kind: 253, hex: "f989"}}. */
    static final Header HEADER = Header.of("option", kind(0), length(), Field.hexOctets("hex"));

    private GenericOption() {}

    static Header of(String name, int kind, Field... fields) {
        return Header.of(
                name,
                Stream.concat(Stream.of(kind(kind), length()), Arrays.stream(fields))
                        .toArray(Field[]::new));
    }

    /** An option without length, such as {@code nop}. */
    static Header single(String name, int kind) {
        return Header.of(name, kind(kind));
    }

    private static Field kind(int number) {
        return Field.of("kind", 8).withDefault(number);
    }

    private static Field length() {
        return Field.of("len", 8).computed(Context::headerLength);
    }
}
