package io.packetspec.spec.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What files and specs say about themselves. */
record Notes(String about, List<String> refs, Set<String> tags) {
    private static final Scalar<String> TAG = Scalar.of("a tag", Notes::tag);
    private static final Pattern TAGS = Pattern.compile("[^\\s,()&|!]+");
    static final Key ABOUT = Key.optional("about", Shape.TEXT, "more about it");
    static final Key REFS = Key.optional(
            "refs",
            Shape.listOf(Shape.TEXT, 0),
            "where it is written down: RFC sections, manual pages, kernel functions");
    static final Key TAGGED = Key.optional(
            "tags", Shape.listOf(Shape.TEXT.and("pattern", "^(?:" + TAGS + ")$"), 0), "tags, to run a part");

    static Notes read(Mapping mapping) {
        return new Notes(
                mapping.get("about").flatMap(c -> c.literal(Scalars.TEXT)).orElse(""),
                list(mapping, "refs", "a list of references", Scalars.TEXT),
                new LinkedHashSet<>(list(mapping, "tags", "a list of tags", TAG)));
    }

    private static List<String> list(Mapping mapping, String key, String expected, Scalar<String> scalar) {
        return mapping.get(key)
                .map(c -> c.items(expected).stream()
                        .flatMap(item -> item.literal(scalar).stream())
                        .toList())
                .orElse(List.of());
    }

    /** With the references and tags of the file around them. */
    Notes within(Notes file) {
        List<String> allRefs = new ArrayList<>(file.refs);
        allRefs.addAll(refs);
        Set<String> allTags = new LinkedHashSet<>(file.tags);
        allTags.addAll(tags);
        return new Notes(about, allRefs, allTags);
    }

    private static String tag(String text) {
        if (!TAGS.matcher(text).matches()) {
            throw new IllegalArgumentException("a tag has no blanks and none of , ( ) & | !: \"" + text + "\"");
        }
        return text;
    }
}
