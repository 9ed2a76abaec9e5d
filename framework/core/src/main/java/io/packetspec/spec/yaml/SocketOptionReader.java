package io.packetspec.spec.yaml;

import io.packetspec.abi.Form;
import io.packetspec.abi.SocketOption;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.Optional;

/** Reads which socket option is meant: by its name, or by its number with a level. */
final class SocketOptionReader {
    private static final Scalar<Long> LEVEL = Scalars.constant("");
    private static final Form TEXT = Form.parse("text");
    private final Mapping arguments;

    SocketOptionReader(Mapping arguments) {
        this.arguments = arguments;
    }

    Optional<Value<SocketOption>> read(Cursor cursor) {
        if (cursor.tree() instanceof Text text && Numbers.isNumber(text.text()) && !arguments.has("level")) {
            cursor.problem("an option that is a number needs \"level\" beside it");
            return Optional.empty();
        }
        return cursor.literal(Scalar.of("a socket option", this::option))
                .map(option -> new Value.Literal<>(cursor.at(), option));
    }

    /** The same without a word about what is wrong. */
    Optional<SocketOption> known(Cursor cursor) {
        try {
            return cursor.tree() instanceof Text text ? Optional.of(option(text.text())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private SocketOption option(String text) {
        return Numbers.isNumber(text)
                ? new SocketOption(text, level(), (int) Numbers.parse(text), shape())
                : SocketOption.named(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                Suggestion.unknown("socket option", text, "", SocketOption.names())));
    }

    private int level() {
        return arguments
                .get("level")
                .flatMap(level -> level.tree() instanceof Text text ? Optional.of(text.text()) : Optional.empty())
                .map(text -> LEVEL.parse(text).intValue())
                .orElse(0);
    }

    /** What an option without a name holds is what its value looks like. */
    private Form shape() {
        Optional<Cursor> value = arguments.get("value");
        if (value.isEmpty() || MatchReader.isMatcher(value.get())) {
            return Form.INT;
        }
        return value.get().isMapping()
                ? Form.OCTETS
                : value.get().tree() instanceof Text text && text.plain() ? Form.INT : TEXT;
    }
}
