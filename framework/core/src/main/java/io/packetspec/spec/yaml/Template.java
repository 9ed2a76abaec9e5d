package io.packetspec.spec.yaml;

import java.util.ArrayList;
import java.util.List;

/** A text with expressions in it: {@code ${…}}; {@code $${} stands for {@code ${} itself. */
record Template(List<Part> parts) {
    /** @param offset of the part's own text in the whole */
    record Part(String text, int offset, boolean expression) {}

    static boolean isIn(String text) {
        return text.contains("${");
    }

    /** @throws IllegalArgumentException if an expression is not closed */
    static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$${", at)) {
                plain.append("${");
                at += 3;
            } else if (text.startsWith("${", at)) {
                int end = end(text, at + 2);
                parts.add(new Part(plain.toString(), at, false));
                parts.add(new Part(text.substring(at + 2, end), at + 2, true));
                plain.setLength(0);
                at = end + 1;
            } else {
                plain.append(text.charAt(at++));
            }
        }
        parts.add(new Part(plain.toString(), at, false));
        return new Template(parts.stream()
                .filter(part -> part.expression() || !part.text().isEmpty())
                .toList());
    }

    private static int end(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth < 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("this ${ is never closed by }; write $${ for the text ${ itself");
    }

    boolean isOneExpression() {
        return parts.size() == 1 && parts.get(0).expression();
    }
}
