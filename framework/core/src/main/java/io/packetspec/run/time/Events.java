package io.packetspec.run.time;

import io.packetspec.trace.Trace;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When what a spec did and saw happened, from which the times of frames count. */
public final class Events {
    private final Map<String, Doing> named = new HashMap<>();
    private Doing lastDone = Doing.at(Trace.now());
    private Doing last = lastDone;

    /** The spec did something to the kernel. */
    public void did(Doing doing) {
        lastDone = doing;
        last = doing;
    }

    /** The spec saw a frame with this stamp. */
    public void saw(long time) {
        last = Doing.at(time);
    }

    public void name(String name, Doing event) {
        named.put(name, event);
    }

    /** Whether a step has kept something under this name. */
    public boolean has(String name) {
        return named.containsKey(name);
    }

    /** The last thing that the spec did: what comes next answers it. */
    public Doing lastDone() {
        return lastDone;
    }

    /** What a step kept under this name; without a name what the spec did or saw last. */
    public Doing event(@Nullable String name) {
        if (name == null) {
            return last;
        }
        Doing event = named.get(name);
        if (event == null) {
            throw new IllegalStateException("no event " + name);
        }
        return event;
    }
}
