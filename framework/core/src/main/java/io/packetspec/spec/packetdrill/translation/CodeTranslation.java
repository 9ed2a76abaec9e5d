package io.packetspec.spec.packetdrill.translation;

import io.packetspec.abi.SocketOption;
import io.packetspec.packet.Match;
import io.packetspec.spec.At;
import io.packetspec.spec.Outcome;
import io.packetspec.spec.Signatures;
import io.packetspec.spec.Step;
import io.packetspec.spec.Surroundings;
import io.packetspec.spec.Value;
import io.packetspec.spec.packetdrill.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The code of a script: what TCP_INFO says at its time is kept, and in the end all snippets run as one program, each behind
 * the values of its time. So a slow interpreter disturbs no timing, and snippets see the variables of those before.
 */
final class CodeTranslation {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Map<String, Integer> STATES = new TreeMap<>(Map.ofEntries(
            Map.entry("TCP_ESTABLISHED", 1),
            Map.entry("TCP_SYN_SENT", 2),
            Map.entry("TCP_SYN_RECV", 3),
            Map.entry("TCP_FIN_WAIT1", 4),
            Map.entry("TCP_FIN_WAIT2", 5),
            Map.entry("TCP_TIME_WAIT", 6),
            Map.entry("TCP_CLOSE", 7),
            Map.entry("TCP_CLOSE_WAIT", 8),
            Map.entry("TCP_LAST_ACK", 9),
            Map.entry("TCP_LISTEN", 10),
            Map.entry("TCP_CLOSING", 11),
            Map.entry("TCP_CA_Open", 0),
            Map.entry("TCP_CA_Disorder", 1),
            Map.entry("TCP_CA_CWR", 2),
            Map.entry("TCP_CA_Recovery", 3),
            Map.entry("TCP_CA_Loss", 4),
            Map.entry("TCPI_OPT_TIMESTAMPS", 1),
            Map.entry("TCPI_OPT_SACK", 2),
            Map.entry("TCPI_OPT_WSCALE", 4),
            Map.entry("TCPI_OPT_ECN", 8),
            Map.entry("TCPI_OPT_ECN_SEEN", 16),
            Map.entry("TCPI_OPT_SYN_DATA", 32),
            Map.entry("TCPI_OPT_USEC_TS", 64),
            Map.entry("TCPI_OPT_TFO_CHILD", 128)));

    private final List<Action.Code> snippets = new ArrayList<>();

    Step snapshot(Action.Code snippet, String text, Value<Long> socket) {
        snippets.add(snippet);
        At at = snippet.at();
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("socket", socket);
        arguments.put(
                "option", new Value.Literal<>(at, SocketOption.named("TCP_INFO").orElseThrow()));
        return new Step.Call(
                at,
                text,
                World.HOST,
                Signatures.named("getsockopt").orElseThrow(),
                arguments,
                new Outcome(null, null, null),
                List.of(),
                name(snippets.size()),
                null);
    }

    private static String name(int number) {
        return "snapshot " + number;
    }

    /** Runs the program; empty if there is no code. */
    Optional<Step> check() {
        if (snippets.isEmpty()) {
            return Optional.empty();
        }
        At at = snippets.get(0).at();
        List<Value<String>> words = List.of(
                new Value.Literal<>(at, "python3"),
                new Value.Literal<>(at, "-c"),
                new Value.Composed<>(at, this::program));
        return Optional.of(new Step.Run(
                at,
                "the code of the script",
                World.HOST,
                words,
                Surroundings.NONE,
                null,
                new Value.Literal<>(at, Match.exact(0L)),
                LIMIT,
                null));
    }

    /** A failure must say which line of the script it is about, so each snippet is compiled under its place. */
    private String program(Map<String, ?> names) {
        StringBuilder program = new StringBuilder();
        for (int i = 0; i < snippets.size(); i++) {
            Action.Code snippet = snippets.get(i);
            define(STATES, snippet, program);
            define(figures(names.get(name(i + 1))), snippet, program);
            program.append("exec(compile(" + quoted("\n".repeat(snippet.at().line() - 1) + snippet.text()) + ", "
                    + quoted(snippet.at().file()) + ", 'exec'))\n");
        }
        return program.toString();
    }

    /** Those that the snippet speaks of. */
    private static void define(Map<String, ?> values, Action.Code snippet, StringBuilder program) {
        Set<String> words = Set.copyOf(Arrays.asList(snippet.text().split("\\W+")));
        values.forEach((name, value) -> program.append(words.contains(name) ? name + " = " + value + "\n" : ""));
    }

    private static Map<String, Object> figures(Object snapshot) {
        Map<String, Object> figures = new LinkedHashMap<>();
        if (snapshot instanceof Map<?, ?> kept && kept.get("value") instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> figures.put(name.toString(), value));
        }
        return figures;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
