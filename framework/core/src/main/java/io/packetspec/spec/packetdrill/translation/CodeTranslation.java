package io.packetspec.spec.packetdrill.translation;

import io.packetspec.abi.Constants;
import io.packetspec.abi.SocketOption;
import io.packetspec.spec.At;
import io.packetspec.spec.Outcome;
import io.packetspec.spec.Signatures;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import io.packetspec.spec.packetdrill.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The code of a script: the figures that it speaks of are kept at its time, and in the end all snippets run as one program,
 * each behind the values of its time. So a slow interpreter disturbs no timing, and snippets see the variables of those
 * before.
 */
final class CodeTranslation {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** All snippets share their variables; the exit status says which of them does not hold. */
    private static final String ATTEMPT = """
            import sys, traceback
            def attempt(number, text, file):
                try:
                    exec(compile(text, file, 'exec'), globals())
                except Exception:
                    traceback.print_exc()
                    sys.exit(min(number, 250))
            """;

    private final Settings settings;
    private final List<Snapshot> snapshots = new ArrayList<>();

    /** @param figures of the socket, and the name under which the run keeps each */
    private record Snapshot(Action.Code snippet, Map<Figures, String> figures) {}

    CodeTranslation(Settings settings) {
        this.settings = settings;
    }

    /** What is asked of the socket at the time of a snippet: TCP_INFO in any case. */
    List<Step> snapshot(Action.Code snippet, String text, Value<Long> socket) {
        Map<Figures, String> kept = new LinkedHashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Figures figures : Figures.of(snippet.text())) {
            String name = "snapshot " + (snapshots.size() + 1) + " " + figures;
            kept.put(figures, name);
            steps.add(asked(snippet.at(), text, socket, figures.option(), name));
        }
        snapshots.add(new Snapshot(snippet, kept));
        return steps;
    }

    private static Step asked(At at, String text, Value<Long> socket, SocketOption option, String name) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("socket", socket);
        arguments.put("option", new Value.Literal<>(at, option));
        return new Step.Call(
                at,
                text,
                World.HOST,
                Signatures.named("getsockopt").orElseThrow(),
                arguments,
                new Outcome(null, null, null),
                List.of(),
                name,
                null);
    }

    /** Runs the program; empty if there is no code. */
    Optional<Step> check() {
        if (snapshots.isEmpty()) {
            return Optional.empty();
        }
        At at = snapshots.get(0).snippet().at();
        Value<String> program = new Value.Composed<>(at, this::program);
        List<Step.Code.Snippet> snippets = snapshots.stream()
                .map(snapshot -> new Step.Code.Snippet(
                        snapshot.snippet().at(), snapshot.figures().get(Figures.CONNECTION)))
                .toList();
        return Optional.of(
                new Step.Code(at, "the code of the script", World.HOST, interpreter(at, program), snippets, LIMIT));
    }

    private List<Value<String>> interpreter(At at, Value<String> program) {
        return settings.codeCommand()
                .map(command -> List.of(word(at, "sh"), word(at, "-c"), word(at, command + " -c \"$0\""), program))
                .orElseGet(() -> List.of(word(at, "python3"), word(at, "-c"), program));
    }

    private static Value<String> word(At at, String word) {
        return new Value.Literal<>(at, word);
    }

    /** A failure must say which line of the script it is about, so each snippet is compiled under its place. */
    private String program(Map<String, ?> names) {
        StringBuilder program = new StringBuilder(ATTEMPT);
        int number = 0;
        for (Snapshot snapshot : snapshots) {
            Action.Code snippet = snapshot.snippet();
            for (String word : Figures.words(snippet.text())) {
                constant(word).ifPresent(value -> define(word, value, program));
            }
            snapshot.figures().forEach((figures, name) -> define(values(figures, names.get(name)), snippet, program));
            program.append("attempt(" + ++number + ", "
                    + quoted("\n".repeat(snippet.at().line() - 1) + snippet.text() + "\n\n") + ", "
                    + quoted(snippet.at().file()) + ")\n");
        }
        return program.toString();
    }

    /** States and options of TCP by the kernel's names. */
    private static Optional<Long> constant(String word) {
        return word.startsWith("TCP") ? Constants.value(word) : Optional.empty();
    }

    private static void define(String name, Object value, StringBuilder program) {
        program.append(name + " = " + value + "\n");
    }

    /** Those that the snippet speaks of. */
    private static void define(Map<String, Object> values, Action.Code snippet, StringBuilder program) {
        for (String word : Figures.words(snippet.text())) {
            Object value = values.get(word);
            if (value != null) {
                define(word, value, program);
            }
        }
    }

    private static Map<String, Object> values(Figures figures, Object snapshot) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (snapshot instanceof Map<?, ?> kept && kept.get("value") instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> values.put(figures.called((String) name), value));
        }
        if (values.get("bbr_bw_hi") instanceof Long high && values.get("bbr_bw_lo") instanceof Long low) {
            values.put("bbr_bw", (high << Integer.SIZE) + low);
        }
        return values;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
