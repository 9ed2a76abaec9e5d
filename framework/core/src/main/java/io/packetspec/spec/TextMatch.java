package io.packetspec.spec;

import java.util.regex.Pattern;

/** What a text must be: contain something, match a pattern somewhere, or not. */
public sealed interface TextMatch {
    boolean matches(String text);

    /** A text that contains this one; the empty text, which every text contains, stands for itself alone. */
    static TextMatch of(String part) {
        return part.isEmpty() ? new Nothing() : new Contains(part);
    }

    record Nothing() implements TextMatch {
        @Override
        public boolean matches(String text) {
            return text.isEmpty();
        }

        @Override
        public String toString() {
            return "nothing";
        }
    }

    record Contains(String part) implements TextMatch {
        @Override
        public boolean matches(String text) {
            return text.contains(part);
        }

        @Override
        public String toString() {
            return "text that contains \"" + part + "\"";
        }
    }

    record Finds(Pattern pattern) implements TextMatch {
        @Override
        public boolean matches(String text) {
            return pattern.matcher(text).find();
        }

        @Override
        public String toString() {
            return "text in which /" + pattern + "/ is found";
        }
    }

    record Not(TextMatch match) implements TextMatch {
        @Override
        public boolean matches(String text) {
            return !match.matches(text);
        }

        @Override
        public String toString() {
            return match instanceof Nothing ? "some text" : "no " + match;
        }
    }
}
