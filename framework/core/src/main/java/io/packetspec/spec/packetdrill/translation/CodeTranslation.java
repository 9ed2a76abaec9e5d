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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The code of a script: the figures that it speaks of are kept at its time, and all snippets run as one program, each with
 * the values of its time, when the run gets to it. So a slow interpreter disturbs no timing, and snippets see the variables of
 * those before.
 */
final class CodeTranslation {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /**
     * All snippets share their variables; the exit status says which of them does not hold. The code itself reads nothing, and
     * finds what packetdrill imports for it. Any version of Python may run it.
     */
    private static final String PROGRAM = """
            import os, sys, traceback
            def run(names):
                told = os.fdopen(os.dup(0))
                nothing = os.open(os.devnull, os.O_RDONLY)
                os.dup2(nothing, 0)
                os.close(nothing)
                for number, values, text, file, line in map(eval, iter(told.readline, '')):
                    names.update(values)
                    try:
                        exec(compile('\\n' * (line - 1) + text, file, 'exec'), names)
                    except Exception:
                        traceback.print_exc()
                        sys.exit(min(number, 250))
            run({'__name__': '__main__', 'sys': sys, 'traceback': traceback})
            """;

    private final Settings settings;
    private final List<Snapshot> snapshots = new ArrayList<>();

    /**
     * @param figures of the socket, and the name under which the run keeps each
     * @param time since the script began
     */
    private record Snapshot(Action.Code snippet, Map<Figures, String> figures, Duration time) {}

    CodeTranslation(Settings settings) {
        this.settings = settings;
    }

    /**
     * What is asked of the socket at the time of a snippet: TCP_INFO in any case.
     *
     * @param time since the script began
     */
    List<Step> snapshot(Action.Code snippet, Duration time, String text, Value<Long> socket) {
        Map<Figures, String> kept = new LinkedHashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Figures figures : Figures.of(snippet.text())) {
            String name = "snapshot " + (snapshots.size() + 1) + " " + figures;
            kept.put(figures, name);
            steps.add(asked(snippet.at(), text, socket, figures.option(), name));
        }
        snapshots.add(new Snapshot(snippet, kept, time));
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

    /**
     * Runs the program; empty if there is no code.
     *
     * @param end when the last event of the script happens, since it began
     */
    Optional<Step> check(Duration end) {
        if (snapshots.isEmpty()) {
            return Optional.empty();
        }
        At at = snapshots.get(0).snippet().at();
        List<Step.Code.Snippet> snippets = new ArrayList<>();
        for (Snapshot snapshot : snapshots) {
            int number = snippets.size() + 1;
            snippets.add(new Step.Code.Snippet(
                    List.copyOf(snapshot.figures().values()),
                    new Value.Composed<>(snapshot.snippet().at(), names -> line(number, snapshot, names)),
                    end.minus(snapshot.time())));
        }
        return Optional.of(new Step.Code(at, "the code of the script", World.HOST, interpreter(), snippets, LIMIT));
    }

    private List<String> interpreter() {
        return settings.codeCommand()
                .map(command -> List.of("sh", "-c", command + " -c \"$0\"", PROGRAM))
                .orElseGet(() -> List.of("python3", "-c", PROGRAM));
    }

    /**
     * What the program reads of one snippet. A failure must say which line of the script it is about, so each is compiled
     * under its place.
     */
    private static String line(int number, Snapshot snapshot, Map<String, ?> names) {
        Action.Code snippet = snapshot.snippet();
        Map<String, Object> defined = new LinkedHashMap<>();
        Set<String> words = Figures.words(snippet.text());
        for (String word : words) {
            constant(word).ifPresent(value -> defined.put(word, value));
        }
        snapshot.figures().forEach((figures, name) -> {
            Map<String, Object> values = values(figures, names.get(name));
            values.keySet().retainAll(words);
            defined.putAll(values);
        });
        String values = defined.entrySet().stream()
                .map(one -> quoted(one.getKey()) + ": " + one.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
        At at = snippet.at();
        return "(" + number + ", " + values + ", " + quoted(snippet.text() + "\n\n") + ", " + quoted(at.file()) + ", "
                + at.line() + ")\n";
    }

    /** States and options of TCP by the kernel's names. */
    private static Optional<Long> constant(String word) {
        return word.startsWith("TCP") ? Constants.value(word) : Optional.empty();
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
        return text.codePoints().mapToObj(CodeTranslation::quoted).collect(Collectors.joining("", "u\"", "\""));
    }

    private static String quoted(int character) {
        if (character == '\n') {
            return "\\n";
        }
        boolean plain = character >= ' ' && character <= '~' && character != '"' && character != '\\';
        return plain ? Character.toString(character) : String.format(Locale.ROOT, "\\U%08x", character);
    }
}
