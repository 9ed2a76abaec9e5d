package io.packetspec.spec.yaml;

import io.packetspec.spec.SpecFile;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words that the reader knows, for tests of other packages. */
public final class Vocabulary {
    private static final Pattern LISTED = Pattern.compile("one of: (.*)|legal: (.*)");

    private Vocabulary() {}

    public static Set<String> verbs() {
        return Verbs.names();
    }

    public static List<String> modifiers(String verb) {
        return Verbs.named(verb).orElseThrow().modifiers();
    }

    public static Collection<String> layers() {
        return Layers.names();
    }

    /** The keys that are legal where this text has the key {@code zzzzzzzz}, as the report of it lists them. */
    public static Set<String> keys(String text) {
        SpecFile file = Reading.file(text);
        return file.problems().stream()
                .filter(problem -> problem.message().contains("unknown key \"zzzzzzzz\""))
                .flatMap(problem -> LISTED.matcher(problem.message()).results())
                .findFirst()
                .map(Vocabulary::split)
                .orElseThrow(() -> new AssertionError("no unknown key in: " + file.problems()));
    }

    private static Set<String> split(MatchResult listed) {
        String keys = listed.group(1) == null ? listed.group(2) : listed.group(1);
        return new TreeSet<>(List.of(keys.split(", ")));
    }
}
