package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Constants;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What the calling thread may do, capabilities(7). */
public final class Capabilities {
    private static final String PREFIX = "CAP_";
    private static final int VERSION_3 = 0x2008_0522;
    private static final int WORDS = 2;
    private static final int SET = 3 * Integer.BYTES; // effective, permitted, inheritable

    private Capabilities() {}

    /**
     * Runs this without these capabilities, on the calling thread. They are taken from the effective set only, so that
     * they can be given back; what runs meanwhile can take them back too.
     */
    public static <T> T without(Collection<String> names, Callable<T> task) throws Exception {
        if (names.isEmpty()) {
            return task.call();
        }
        ByteBuffer before = get();
        ByteBuffer less = ByteBuffer.wrap(before.array().clone()).order(before.order());
        for (String name : names) {
            int number = number(name);
            int at = number / 32 * SET;
            less.putInt(at, less.getInt(at) & ~(1 << number % 32));
        }
        set(less);
        try {
            return task.call();
        } finally {
            set(before);
        }
    }

    /**
     * Raises or lowers one capability of the calling thread, for good.
     *
     * @param set 0 effective, 1 permitted, 2 inheritable
     */
    public static Sockets.Result change(int set, int capability, boolean raised) {
        ByteBuffer sets = get();
        int at = capability / 32 * SET + set * Integer.BYTES;
        int bit = 1 << capability % 32;
        sets.putInt(at, raised ? sets.getInt(at) | bit : sets.getInt(at) & ~bit);
        return Sockets.result(LIBC.capset(header(), sets.array()));
    }

    private static int number(String name) {
        return Optional.of(name)
                .filter(text -> text.startsWith(PREFIX))
                .flatMap(Constants::value)
                .orElseThrow(() -> new IllegalArgumentException("there is no capability " + name))
                .intValue();
    }

    private static ByteBuffer get() {
        byte[] sets = new byte[WORDS * SET];
        Native.checked(LIBC.capget(header(), sets), "capget");
        return Native.wrap(sets);
    }

    private static void set(ByteBuffer sets) {
        Native.checked(LIBC.capset(header(), sets.array()), "capset");
    }

    /** Of the calling thread: process 0. */
    private static byte[] header() {
        return Native.wrap(new byte[8]).putInt(VERSION_3).putInt(0).array();
    }
}
