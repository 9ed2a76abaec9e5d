package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Constants;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Callable;

/** The capabilities of the calling thread, capabilities(7). */
public final class Capabilities {
    private static final int VERSION_3 = 0x2008_0522;
    /** Two struct __user_cap_data_struct of three ints: effective, permitted, inheritable. */
    private static final int SETS = 24;

    private static final int UPPER_HALF = 12;

    private Capabilities() {}

    /**
     * The task without these capabilities ({@code CAP_NET_RAW} …) in the effective set of the thread that runs it, which
     * has them back afterwards.
     */
    public static <T> Callable<T> without(List<String> names, Callable<T> task) {
        return names.isEmpty() ? task : () -> lowered(names, task);
    }

    private static <T> T lowered(List<String> names, Callable<T> task) throws Exception {
        ByteBuffer before = get();
        ByteBuffer fewer = Native.wrap(before.array().clone());
        names.stream().mapToInt(Capabilities::number).forEach(number -> clear(fewer, number));
        set(fewer);
        try {
            return task.call();
        } finally {
            set(before);
        }
    }

    private static void clear(ByteBuffer sets, int number) {
        int at = number < 32 ? 0 : UPPER_HALF;
        sets.putInt(at, sets.getInt(at) & ~(1 << number % 32));
    }

    private static int number(String name) {
        return Constants.value(name)
                .orElseThrow(() -> new IllegalArgumentException("no capability is called " + name))
                .intValue();
    }

    private static ByteBuffer get() {
        byte[] sets = new byte[SETS];
        Native.checked(LIBC.capget(header(), sets), "capget(0)");
        return Native.wrap(sets);
    }

    private static void set(ByteBuffer sets) {
        Native.checked(LIBC.capset(header(), sets.array()), "capset(0)");
    }

    private static byte[] header() {
        byte[] header = new byte[8];
        Native.wrap(header).putInt(VERSION_3);
        return header;
    }
}
