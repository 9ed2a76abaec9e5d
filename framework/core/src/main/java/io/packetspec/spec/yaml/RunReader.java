package io.packetspec.spec.yaml;

import io.packetspec.packet.Match;
import io.packetspec.spec.Kept;
import io.packetspec.spec.Step;
import io.packetspec.spec.Surroundings;
import io.packetspec.spec.TextMatch;
import io.packetspec.spec.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the step that runs a command. */
final class RunReader {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final String COMMAND = "a command: shell text, or a list such as [nft, list, ruleset]";
    private static final Scalar<Pattern> PATTERN = Scalar.of("a regular expression", RunReader::pattern);

    private static final Keys PRINTS = Keys.of(
            "prints",
            Key.optional("matches", Shape.TEXT, "a regular expression that is found; ^ and $ match at every line"),
            Key.optional("not", Shape.ref("printed"), "what it must not write"));

    private RunReader() {}

    static Shape printed() {
        return Shape.anyOf(Shape.TEXT, PRINTS.shape().and("minProperties", 1L, "maxProperties", 1L));
    }

    static Step run(StepParts parts) {
        Value<Match> success = new Value.Literal<>(parts.at(), Match.exact(0L));
        return new Step.Run(
                parts.at(),
                parts.text(),
                parts.host(),
                command(parts.argument()),
                Surroundings.NONE,
                parts.modifier("prints").flatMap(RunReader::prints).orElse(null),
                parts.modifier("exits")
                        .flatMap(MatchReader.of(Scalars.NUMBER)::read)
                        .orElse(success),
                parts.duration("within", WITHIN),
                parts.keep(Kept.COMMAND));
    }

    private static List<Value<String>> command(Cursor command) {
        if (!command.isList()) {
            return command.value(Scalar.of(COMMAND, text -> text))
                    .map(text -> List.of(literal(command, "sh"), literal(command, "-c"), text))
                    .orElse(List.of());
        }
        List<Cursor> words = command.items(COMMAND);
        if (words.isEmpty()) {
            command.problem("expected " + COMMAND);
        }
        return words.stream().flatMap(word -> word.value(Scalars.TEXT).stream()).toList();
    }

    private static Value<String> literal(Cursor place, String text) {
        return new Value.Literal<>(place.at(), text);
    }

    static Optional<Value<TextMatch>> prints(Cursor cursor) {
        if (!cursor.isMapping()) {
            return cursor.value(Scalar.of("a text, {matches: regex} or {not: …}", TextMatch::of));
        }
        Mapping mapping = cursor.mapping(PRINTS).orElseThrow();
        if (mapping.keys().size() != 1) {
            cursor.problem("expected one of {matches: regex} and {not: …}");
        }
        return mapping.has("matches")
                ? mapping.get("matches").flatMap(c -> c.value(PATTERN)).map(value -> value.map(TextMatch.Finds::new))
                : mapping.get("not").flatMap(RunReader::prints).map(value -> value.map(TextMatch.Not::new));
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text, Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("no regular expression: " + e.getDescription(), e);
        }
    }
}
