package io.packetspec.spec.packetdrill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Reads texts for the tests of this package. */
final class Reading {
    private Reading() {}

    static ScriptFile file(String text, Map<String, String> symbols) {
        return new ScriptReader(symbols).read("x.pkt", text);
    }

    static Script sound(String text) {
        ScriptFile file = file(text, Map.of());
        assertThat(file.problems()).as(text).isEmpty();
        return file.script().orElseThrow();
    }

    /** The action of the only event of a script. */
    static <A extends Action> A action(Class<A> type, String event) {
        return type.cast(sound(event).events().get(0).action());
    }

    /** The only argument of a call. */
    static Expression argument(String expression) {
        return action(Call.class, "0 f(" + expression + ") = 0").arguments().get(0);
    }

    static String resource(String name) {
        try (InputStream in = Reading.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
