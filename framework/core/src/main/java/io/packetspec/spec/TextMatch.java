package io.packetspec.spec;

import java.util.regex.Pattern;

/** What a text must be: contain something, match a pattern somewhere, or not. */
public sealed interface TextMatch {
    boolean matches(String text);

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
            return "no " + match;
        }
    }
}
