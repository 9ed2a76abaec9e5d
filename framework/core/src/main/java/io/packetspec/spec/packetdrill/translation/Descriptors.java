package io.packetspec.spec.packetdrill.translation;

import io.packetspec.spec.At;
import io.packetspec.spec.SpecException;
import io.packetspec.spec.Value;
import io.packetspec.spec.packetdrill.Expression;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The descriptors of a script, which have numbers of their own. */
final class Descriptors {
    private final Set<Long> open = new HashSet<>();
    private final Set<Long> connected = new HashSet<>();
    private @Nullable Long latest;

    /** The name under which the run keeps it. */
    static String name(long number) {
        return "descriptor " + number;
    }

    String opened(long number) {
        open.add(number);
        return name(number);
    }

    void closed(long number) {
        connected.remove(number);
    }

    /** Whether it is the first time that it connects. */
    boolean connects(long number) {
        latest = number;
        return connected.add(number);
    }

    void accepted(long number) {
        latest = number;
    }

    /** That of the connection; null if there is none yet. */
    @Nullable
    Long latest() {
        return latest;
    }

    Value<Long> of(Expression expression) {
        long number = Values.number(expression);
        if (number < 0) {
            return new Value.Literal<>(expression.at(), number);
        }
        if (!open.contains(number)) {
            throw new Untranslatable(expression.at(), "no call before returns the descriptor " + number);
        }
        return of(expression.at(), number);
    }

    Value<Long> of(At at, long number) {
        return new Value.Composed<>(at, names -> {
            if (names.get(name(number)) instanceof Long live) {
                return live;
            }
            throw new SpecException(at, name(number) + " was not opened", null);
        });
    }
}
