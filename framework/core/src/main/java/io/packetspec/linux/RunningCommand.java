package io.packetspec.linux;

import java.time.Duration;

/**
 * A command that runs while its caller does something else, and reads what it is told meanwhile. It ends with the thread that
 * started it at the latest, as all commands do; the methods are for one thread at a time, that one or another.
 */
public final class RunningCommand implements AutoCloseable {
    private final Child child;
    private final Streams streams;

    RunningCommand(Child child, Streams streams) {
        this.child = child;
        this.streams = streams;
    }

    /** It will read this, behind what it was told before. Nobody waits for that. */
    public void tell(String text) {
        streams.feed().tell(text);
    }

    /** Whether it has ended by now. What it wrote is taken from it, and what it could not hold yet is passed on. */
    public boolean hasEnded() {
        return streams.serveUntilEndOf(child, System.nanoTime());
    }

    /** Ends its input and waits for it, and kills it and all it started at the limit. */
    public Command.Result await(Duration limit) {
        streams.feed().end();
        return Command.result(child, streams, System.nanoTime() + limit.toNanos());
    }

    /** Kills it and all it started, if it has not ended. */
    @Override
    public void close() {
        child.close();
        streams.close();
    }
}
