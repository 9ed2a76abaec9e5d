package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import jnr.ffi.Pointer;

/** posix_spawn(3). */
final class Spawn {
    /** More than the C library's structures have, which it does not say. */
    private static final int STRUCTURE = 1024;

    private static final int O_RDONLY = 0;
    /** With an empty mask: HotSpot's threads block SIGQUIT, and a child would inherit that. */
    private static final int POSIX_SPAWN_SETSIGMASK = 0x08;

    private static final int POSIX_SPAWN_SETSCHEDULER = 0x20;

    private Spawn() {}

    /** @param urgent with real-time priority, which the calling thread has, and so has what it starts, until that gives it up */
    static Child start(List<String> arguments, Path directory, Streams streams, boolean urgent) {
        ByteBuffer actions = Native.allocate(STRUCTURE);
        checked(LIBC.posix_spawn_file_actions_init(actions), "posix_spawn_file_actions_init");
        try {
            if (streams.input() == Pipe.CLOSED) {
                checked(LIBC.posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0), "addopen");
            } else {
                checked(LIBC.posix_spawn_file_actions_adddup2(actions, streams.input(), 0), "adddup2");
            }
            checked(
                    LIBC.posix_spawn_file_actions_adddup2(
                            actions, streams.output().writeEnd(), 1),
                    "adddup2");
            checked(
                    LIBC.posix_spawn_file_actions_adddup2(
                            actions, streams.errors().writeEnd(), 2),
                    "adddup2");
            // Of the JVM's own descriptors not all are closed on exec.
            checked(LIBC.posix_spawn_file_actions_addclosefrom_np(actions, 3), "addclosefrom_np");
            String path = directory.toAbsolutePath().toString();
            checked(LIBC.posix_spawn_file_actions_addchdir_np(actions, path), "addchdir_np");
            return start(arguments, actions, streams, urgent);
        } finally {
            LIBC.posix_spawn_file_actions_destroy(actions);
        }
    }

    private static Child start(List<String> arguments, ByteBuffer actions, Streams streams, boolean urgent) {
        ByteBuffer attributes = attributes(urgent);
        ByteBuffer vector = vector(arguments);
        int[] process = new int[1];
        String file = arguments.get(0);
        Pointer environment = environment();
        int errno = Copies.making(() ->
                RealTime.passedOn(() -> LIBC.posix_spawnp(process, file, actions, attributes, vector, environment)));
        Reference.reachabilityFence(vector);
        checked(errno, "posix_spawnp(" + file + ", looked for on the PATH)");
        streams.begun();
        return new Child(process[0]);
    }

    private static ByteBuffer attributes(boolean urgent) {
        ByteBuffer attributes = Native.allocate(STRUCTURE);
        checked(LIBC.posix_spawnattr_init(attributes), "posix_spawnattr_init");
        int flags = POSIX_SPAWN_SETSIGMASK | (urgent ? POSIX_SPAWN_SETSCHEDULER : 0);
        checked(LIBC.posix_spawnattr_setflags(attributes, (short) flags), "posix_spawnattr_setflags");
        if (urgent) {
            int[] priority = {RealTime.COMMANDS};
            checked(LIBC.posix_spawnattr_setschedpolicy(attributes, RealTime.SCHED_RR), "setschedpolicy");
            checked(LIBC.posix_spawnattr_setschedparam(attributes, priority), "setschedparam");
        }
        return attributes;
    }

    /** As it is, where System.getenv() gives what the JVM's character set made of it. */
    private static Pointer environment() {
        return LIBC.dlsym(null, "environ").getPointer(0);
    }

    private static void checked(int errno, String call) {
        if (errno != 0) {
            throw new SystemCallException(call, Errno.of(errno));
        }
    }

    /** Pointers to the strings, a null pointer, and the strings themselves. */
    private static ByteBuffer vector(List<String> strings) {
        List<byte[]> encoded = strings.stream().map(Spawn::encoded).toList();
        int pointers = (encoded.size() + 1) * Long.BYTES;
        int size = encoded.stream().mapToInt(string -> string.length + 1).sum();
        ByteBuffer vector = Native.allocate(pointers + size);
        long at = Native.address(vector) + pointers;
        for (byte[] string : encoded) {
            vector.putLong(at);
            at += string.length + 1;
        }
        vector.putLong(0);
        encoded.forEach(string -> vector.put(string).put((byte) 0));
        return vector.rewind();
    }

    private static byte[] encoded(String string) {
        if (string.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "a command's argument cannot hold a NUL: " + string.replace("\0", "\\0"));
        }
        return string.getBytes(StandardCharsets.UTF_8);
    }
}
