package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import io.packetspec.spec.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads packetdrill's {@code *.pkt} scripts. */
public final class ScriptReader {
    private final Map<String, String> symbols;

    /**
     * @param symbols what stands for the words that are its keys, in place of what a script itself defines: a number, a word,
     *     a text in double quotes or a command in back-quotes
     */
    public ScriptReader(Map<String, String> symbols) {
        this.symbols = Map.copyOf(symbols);
    }

    /**
     * Reads a script; nothing is thrown for what is wrong with it.
     *
     * @param path for {@link At}
     * @param text the whole script
     */
    public ScriptFile read(String path, String text) {
        try {
            return read(new At(path, 1, 1), new Tokens(new Lexer(path, text).tokens()));
        } catch (Refusal e) {
            return new ScriptFile(Optional.empty(), List.of(e.problem()));
        }
    }

    private ScriptFile read(At start, Tokens tokens) {
        List<Problem> problems = new ArrayList<>();
        List<ScriptOption> options = new OptionsReader(tokens, problems).read();
        Map<String, String> known = new HashMap<>(Definitions.of(options));
        known.putAll(symbols);
        tokens.define(known);
        Optional<Action.Shell> init = shell(tokens);
        List<Event> events = new EventsReader(tokens, problems).read();
        Optional<Action.Shell> cleanup = shell(tokens);
        if (!tokens.is(TokenKind.END)) {
            problems.add(new Problem(
                    tokens.at(),
                    "a command without a time is the cleanup, which comes last, but here is " + tokens.peek()));
        }
        Script script = new Script(start, options, init, events, cleanup);
        return new ScriptFile(problems.isEmpty() ? Optional.of(script) : Optional.empty(), problems);
    }

    private static Optional<Action.Shell> shell(Tokens tokens) {
        return tokens.is(TokenKind.SHELL) ? Optional.of(EventsReader.shell(tokens)) : Optional.empty();
    }
}
