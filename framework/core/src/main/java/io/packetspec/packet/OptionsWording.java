package io.packetspec.packet;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code [mss: 1460, sackOK, ts: {val: 100}, {kind: 253, hex: "f989"}]}. */
record OptionsWording(@Nullable Header unnamed) implements Wording {
    @Override
    public Object parse(String text) {
        throw new IllegalArgumentException("\"" + text + "\" is no list: write [mss: 1460, nop]");
    }

    @Override
    public String print(Object value) {
        return ((Options) value)
                .list().stream()
                        .map(option -> item(option, Optional.ofNullable(unnamed)))
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    static String item(Layer option, Optional<Header> unnamed) {
        if (option.fields().isEmpty()) {
            return option.header().name();
        }
        boolean nameless = unnamed.filter(option.header()::equals).isPresent();
        return nameless ? Notation.fields(option) : Notation.layer(option);
    }
}
