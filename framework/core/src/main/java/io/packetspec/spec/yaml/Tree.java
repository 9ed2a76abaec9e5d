package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Expressions.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** What a file says, with its places, free of the YAML library. */
sealed interface Tree {
    At at();

    /** As it was written, on one line. */
    String source();

    /** @param plain written without quotes, so that words such as {@code any} have their meaning */
    record Text(At at, String text, boolean plain, String source) implements Tree {
        boolean is(String word) {
            return plain && text.equals(word);
        }

        boolean isEmpty() {
            return plain && text.isEmpty();
        }
    }

    record Items(At at, List<Tree> items) implements Tree {
        @Override
        public String source() {
            return items.stream()
                    .map(item ->
                            item instanceof Entries entries && entries.entries().size() == 1
                                    ? entries.inner(", ")
                                    : item.source())
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    record Entries(At at, List<Entry> entries) implements Tree {
        @Override
        public String source() {
            return "{" + inner(", ") + "}";
        }

        String inner(String separator) {
            return entries.stream().map(Entry::source).collect(Collectors.joining(separator));
        }
    }

    record Entry(Text key, Tree value) {
        String source() {
            String written = value.source();
            return written.isEmpty() ? key.source() : key.source() + ": " + written;
        }
    }

    /** A value that is known only in the run. */
    record Late(At at, Expression expression, String source) implements Tree {}

    /** A value that was reported as wrong already: whoever reads it says nothing more. */
    record Broken(At at) implements Tree {
        @Override
        public String source() {
            return "";
        }
    }
}
