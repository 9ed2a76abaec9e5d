package io.packetspec.spec.packetdrill.translation;

import io.packetspec.spec.At;
import io.packetspec.spec.SpecException;
import io.packetspec.spec.Value;
import io.packetspec.spec.packetdrill.Expression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The descriptors of a script, which have numbers of their own. */
final class Descriptors {
    private final Set<Long> open = new HashSet<>();
    private final Set<Long> connected = new HashSet<>();
    private final Map<Long, End> ends = new HashMap<>();
    private @Nullable Long latest;

    /** One of the two of a pipe. */
    private record End(String pipe, String role) {}

    /** The name under which the run keeps it. */
    static String name(long number) {
        return "descriptor " + number;
    }

    String opened(long number) {
        open.add(number);
        return name(number);
    }

    /**
     * The two of a pipe.
     *
     * @return the name under which the run keeps them
     */
    String pipe(long read, long write) {
        String name = "pipe " + read + " " + write;
        open.add(read);
        open.add(write);
        ends.put(read, new End(name, "read"));
        ends.put(write, new End(name, "write"));
        return name;
    }

    void closed(long number) {
        connected.remove(number);
        ends.remove(number);
    }

    /** It is nobody's any more, and may connect again. */
    void disconnected(long number) {
        connected.remove(number);
    }

    /** Whether it is the first time that it connects. */
    boolean connects(long number) {
        return connected.add(number);
    }

    /** A socket is opened: what comes is about it. */
    void created(long number) {
        connected.remove(number);
        latest = number;
    }

    /** It has a connection from the start. */
    void accepted(long number) {
        connected.add(number);
        latest = number;
    }

    /** It waits for connections, and makes none. */
    void listens(long number) {
        connected.add(number);
    }

    /** That of the socket that was opened or accepted last; null if there is none yet. */
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
        End end = ends.get(number);
        return new Value.Composed<>(at, names -> {
            if (end != null && names.get(end.pipe()) instanceof Map<?, ?> kept) {
                return live(at, kept.get("value"), end);
            }
            if (names.get(name(number)) instanceof Long live) {
                return live;
            }
            throw new SpecException(at, name(number) + " was not opened", null);
        });
    }

    private static Long live(At at, Object ends, End end) {
        if (ends instanceof Map<?, ?> map && map.get(end.role()) instanceof Long live) {
            return live;
        }
        throw new SpecException(at, end.pipe() + " was not opened", null);
    }
}
