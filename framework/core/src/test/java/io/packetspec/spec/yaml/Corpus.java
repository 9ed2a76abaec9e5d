package io.packetspec.spec.yaml;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The cases of problems.txt.
 *
 * @param beyondSchema why no schema can tell what is wrong; empty if one can
 */
record Corpus(String name, String beyondSchema, String file, String problems) {
    private static final String FILE = "=== ";
    private static final String PROBLEMS = "---->\n";
    private static final String BEYOND = "# beyond the schema: ";

    static Stream<Corpus> cases() {
        return Arrays.stream(Reading.resource("problems.txt").split("(?m)^" + FILE))
                .filter(part -> !part.isBlank())
                .map(Corpus::read);
    }

    private static Corpus read(String part) {
        String name = part.lines().findFirst().orElseThrow();
        String body = part.substring(name.length() + 1);
        String beyond = "";
        if (body.startsWith(BEYOND)) {
            beyond = body.substring(BEYOND.length(), body.indexOf('\n'));
            body = body.substring(body.indexOf('\n') + 1);
        }
        int split = body.indexOf(PROBLEMS);
        String file = body.substring(0, split).replace("<TAB>", "\t");
        return new Corpus(name, beyond, file, body.substring(split + PROBLEMS.length()));
    }
}
