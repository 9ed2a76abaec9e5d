package io.packetspec.linux;

import io.packetspec.abi.Errno;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program in the calling thread's network namespace. It reads /dev/null if nothing else, has the JVM's environment and no
 * descriptors but the standard ones. Nothing it started outlives it, the limit, the calling thread or the JVM, however
 * that ends. It is in a process namespace of its own, of which /proc does not tell: there, its number is another.
 * {@code setpriv}, {@code unshare} and {@code chrt} of util-linux start it.
 *
 * <p>Not by {@link Process}, whose reaper threads would stay in the namespace and keep it.
 */
public final class Command {
    /**
     * The exit status, 128 more than the signal where one killed it, and what it wrote, read as UTF-8.
     *
     * @param processorTime what it and those that it waited for have computed
     */
    public record Result(int status, String output, String errors, boolean timedOut, Duration processorTime) {}

    /** It gives up the real-time priority that it was started with. */
    private static final List<String> CALMLY = List.of("chrt", "--other", "0");

    private static final Errno ENOENT = Errno.of(2);
    private static final long GRACE = Duration.ofSeconds(1).toNanos();

    /**
     * The death of the thread kills unshare, that of unshare kills the init of a process namespace, and that of an init
     * everything in it. Each asks for its signal only once it runs, so its parent may be dead by then: the init, started
     * last, looks whether all are still there. It is a shell that waits, for an init is deaf to most signals and a
     * command should not be; it keeps its own words ("Killed") out of the command's.
     */
    private static final String INIT = """
            read -r _ _ _ _parent _ </proc/self/stat; read -r _ _ _ _parent _ </proc/"$_parent"/stat
            [ "$_parent" = "$0" ] || { echo 'not started, because the one who asked for it is gone' >&2; exit 125; }
            exec 3>&2 2>/dev/null
            (exec 2>&3 3>&-; unset _parent; exec "$@"); exit $?
            """;

    private Command() {}

    public static Result run(List<String> command, Duration limit) {
        return run(command, limit, Path.of(""));
    }

    /** The same with this on its standard input. */
    public static Result run(List<String> command, Duration limit, byte[] input) {
        try (Input file = Input.of(input)) {
            return execute(command, limit, Path.of(""), file, false);
        }
    }

    /**
     * Waits for the command, and kills it and all it started at the limit.
     *
     * @return status 127 and the shell's words if there is no such command
     * @throws SystemCallException if the directory does not exist, or nothing can be run at all
     */
    public static Result run(List<String> command, Duration limit, Path directory) {
        return execute(command, limit, directory, null, false);
    }

    /**
     * The same with more in its environment.
     *
     * @param urgent whether its time counts: it gets real-time priority, if the calling thread has that
     */
    public static Result run(
            List<String> command, Duration limit, Path directory, Map<String, String> environment, boolean urgent) {
        List<String> words = new ArrayList<>(environment.isEmpty() ? List.of() : List.of("env", "--"));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(command);
        return execute(words, limit, directory, null, urgent);
    }

    /**
     * Starts the command, which reads what it is told while it runs.
     *
     * @param urgent whether its time counts: it gets real-time priority, if the calling thread has that
     */
    public static RunningCommand start(List<String> command, boolean urgent) {
        Streams streams = Streams.fed();
        try {
            return new RunningCommand(spawned(command, Path.of(""), streams, urgent), streams);
        } catch (RuntimeException e) {
            streams.close();
            throw e;
        }
    }

    private static Result execute(
            List<String> command, Duration limit, Path directory, @Nullable Input input, boolean urgent) {
        long deadline = System.nanoTime() + limit.toNanos();
        try (Streams streams = Streams.reading(input);
                Child child = spawned(command, directory, streams, urgent)) {
            return result(child, streams, deadline);
        }
    }

    private static Child spawned(List<String> command, Path directory, Streams streams, boolean urgent) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command has at least a name");
        }
        if (!Files.isDirectory(directory)) {
            throw new SystemCallException("chdir(" + directory + ")", ENOENT);
        }
        boolean hurried = RealTime.isForOthers();
        List<String> words = new ArrayList<>(hurried && !urgent ? CALMLY : List.of());
        words.addAll(guarded(command));
        // Until it runs a program others wait for it: the calling thread, and whoever closes a descriptor.
        return Spawn.start(words, directory, streams, hurried);
    }

    /** Once the child has ended, or at the deadline, when it is killed. */
    static Result result(Child child, Streams streams, long deadline) {
        boolean ended = streams.serveUntilEndOf(child, deadline);
        if (!ended) {
            child.kill();
        }
        int status = child.await();
        // The last of what it started may be dying still.
        streams.readToEnd(System.nanoTime() + GRACE);
        return new Result(status, streams.output().text(), streams.errors().text(), !ended, child.processorTime());
    }

    private static List<String> guarded(List<String> command) {
        List<String> guarded = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "--"));
        guarded.addAll(List.of("unshare", "--pid", "--fork", "--kill-child", "--"));
        guarded.addAll(List.of("sh", "-c", INIT, Child.self()));
        guarded.addAll(command);
        return guarded;
    }
}
