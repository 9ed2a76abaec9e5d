package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command in the calling thread's namespace. Not through {@link Process}, whose reaper threads would stay in the
 * namespace. Neither the command nor anything it starts outlives the calling thread or this JVM, however they die.
 */
public final class Command {
    /**
     * How it ended.
     *
     * @param exit its exit status; 128 and the signal's number if a signal ended it
     * @param timedOut whether it was killed because it took too long
     */
    public record Outcome(int exit, String output, String errors, boolean timedOut) {}

    /**
     * PDEATHSIG fires when the thread that spawned this ends; who finds another parent was too late to set it. The PID
     * namespace takes everything along that the command starts, and dies with unshare(1).
     */
    private static final String OUTER = "[ \"$PPID\" = \"$0\" ] || exit 125; inner=$1; shift;"
            + " exec unshare --pid --fork --kill-child -- sh -c \"$inner\" \"$$\" \"$@\"";

    /** The same check once more: a process that is dying has lost its executable before it tells its children. */
    private static final String INNER = "[ -e \"/proc/$0/exe\" ] || exit 125; exec \"$@\"";

    private final List<String> arguments;
    private final @Nullable Path directory;

    private Command(List<String> arguments, @Nullable Path directory) {
        this.arguments = arguments;
        this.directory = directory;
    }

    public static Command of(List<String> arguments) {
        return new Command(List.copyOf(arguments), null);
    }

    public Command in(Path workingDirectory) {
        return new Command(arguments, workingDirectory);
    }

    /** Waits for it, and kills it if it takes longer. */
    public Outcome run(Duration timeout) {
        try (Pipe output = Pipe.open();
                Pipe errors = Pipe.open()) {
            int process = spawn(output, errors);
            output.closeWriteEnd();
            errors.closeWriteEnd();
            return new Child(process, output, errors).await(timeout);
        }
    }

    private int spawn(Pipe output, Pipe errors) {
        StringVector argv = new StringVector(guarded());
        StringVector environment = new StringVector(environment());
        ByteBuffer actions = Native.allocate(256);
        succeeded(LIBC.posix_spawn_file_actions_init(actions));
        try {
            redirect(actions, output, errors);
            int[] process = new int[1];
            succeeded(LIBC.posix_spawnp(process, "setpriv", actions, null, argv.buffer(), environment.buffer()));
            return process[0];
        } finally {
            LIBC.posix_spawn_file_actions_destroy(actions);
            Reference.reachabilityFence(argv);
            Reference.reachabilityFence(environment);
        }
    }

    private void redirect(ByteBuffer actions, Pipe output, Pipe errors) {
        succeeded(LIBC.posix_spawn_file_actions_addopen(actions, 0, "/dev/null", 0, 0));
        succeeded(LIBC.posix_spawn_file_actions_adddup2(actions, output.writeEnd(), 1));
        succeeded(LIBC.posix_spawn_file_actions_adddup2(actions, errors.writeEnd(), 2));
        // Sockets that a spec opened are not marked close-on-exec, and would outlive their close in the command.
        succeeded(LIBC.posix_spawn_file_actions_addclosefrom_np(actions, 3));
        if (directory != null) {
            succeeded(LIBC.posix_spawn_file_actions_addchdir_np(actions, directory.toString()));
        }
    }

    private List<String> guarded() {
        List<String> all = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "--", "sh", "-c", OUTER));
        all.add(Integer.toString(LIBC.getpid()));
        all.add(INNER);
        all.addAll(arguments);
        return all;
    }

    private static List<String> environment() {
        return System.getenv().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    /** These calls answer the errno itself. */
    private void succeeded(int errno) {
        if (errno != 0) {
            throw new SystemCallException("posix_spawn(" + String.join(" ", arguments) + ")", Errno.of(errno));
        }
    }
}
