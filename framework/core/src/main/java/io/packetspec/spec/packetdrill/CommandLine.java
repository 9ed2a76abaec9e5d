package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Options as they stand on packetdrill's command line: {@code --name=value}, {@code --name value}, {@code --name},
 * {@code -D NAME=value}, {@code -v}.
 */
public final class CommandLine {
    private static final Pattern WORD = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\"])+");
    private static final Map<String, String> LETTERS = Map.of("D", "define", "v", "verbose");

    private final String file;
    private final List<Word> words;
    private int next;

    private record Word(int column, String text) {}

    private CommandLine(String file, String text) {
        this.file = file;
        this.words = words(text);
    }

    /**
     * @param file what a problem's place names
     * @throws IllegalArgumentException saying what is wrong, and at which column
     */
    public static List<ScriptOption> parse(String file, String text) {
        try {
            return new CommandLine(file, text).options();
        } catch (Refusal e) {
            throw new IllegalArgumentException(e.problem().toString(), e);
        }
    }

    /** The symbols that these options define. */
    public static Map<String, String> definitions(List<ScriptOption> options) {
        return Definitions.of(options);
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new Word(word.start() + 1, word.group()));
        }
        return words;
    }

    private List<ScriptOption> options() {
        List<ScriptOption> options = new ArrayList<>();
        while (next < words.size()) {
            options.add(option());
        }
        return options;
    }

    private ScriptOption option() {
        Word word = words.get(next++);
        At at = new At(file, 1, word.column());
        String text = word.text();
        if (text.startsWith("--")) {
            int equals = text.indexOf('=');
            String name = text.substring(2, equals < 0 ? text.length() : equals);
            return option(at, name, equals < 0 ? behind(name) : Optional.of(text.substring(equals + 1)));
        }
        String name = text.length() > 1 && text.startsWith("-") ? LETTERS.get(text.substring(1, 2)) : null;
        if (name == null) {
            throw new Refusal(at, "expected an option, such as --tolerance_usecs=10000 or -D NAME=value, not " + text);
        }
        return option(at, name, text.length() > 2 ? Optional.of(text.substring(2)) : behind(name));
    }

    /** A value that is a word of its own. */
    private Optional<String> behind(String name) {
        return OptionsReader.hasValue(name) && next < words.size()
                ? Optional.of(words.get(next++).text())
                : Optional.empty();
    }

    private static ScriptOption option(At at, String name, Optional<String> value) {
        OptionsReader.check(at, name, value);
        if (name.equals("define")) {
            OptionsReader.checkDefinition(at, value.orElse(""));
            return new ScriptOption(at, name, value);
        }
        return new ScriptOption(at, name, value.map(CommandLine::unquoted));
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
