package io.packetspec.spec;

import java.util.Map;
import java.util.Set;

/** Parses what stands between {@code ${} and {@code }}. */
public interface Expressions {
    /** @throws IllegalArgumentException saying what is wrong with the expression */
    Expression parse(String text);

    /** Whether the word means something of its own in expressions, so that nothing can be called by it. */
    boolean isReserved(String name);

    /** One parsed expression. */
    interface Expression {
        String text();

        /** The names it uses, each with its dotted path as far as it is fixed: {@code synack.tcp.seq}. */
        Set<String> names();

        /**
         * Its value with these names: a Long, a String, a Boolean, or what was captured.
         *
         * @throws IllegalArgumentException saying why it has no value
         */
        Object evaluate(Map<String, ?> names);
    }
}
