package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import java.nio.ByteBuffer;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts a thread's blocked system call, which then answers EINTR: for calls that nothing else wakes. A signal that
 * comes just before the call is lost, so whoever wants a thread back sends again until it is.
 */
public final class Wakeup {
    /** Of the range that the C library and the JVM leave alone: the JVM uses SIGRTMAX - 2. */
    private static final int SIGNAL = 50;

    private static final int SIGACTION = 152;

    static {
        handle();
    }

    private final int process;
    private final int thread;

    private Wakeup(int process, int thread) {
        this.process = process;
        this.thread = thread;
    }

    public static Wakeup ofCallingThread() {
        return new Wakeup(LIBC.getpid(), LIBC.gettid());
    }

    /** Nothing happens if the thread has ended, unless its number has been given to another of this process. */
    public void send() {
        LIBC.tgkill(process, thread, SIGNAL);
    }

    /** The handler must exist, do nothing, and be no Java: abs(3) of the signal's number. No SA_RESTART. */
    private static void handle() {
        Pointer nothing = LibraryLoader.create(Symbols.class).load("c").dlsym(null, "abs");
        ByteBuffer action = Native.allocate(SIGACTION).putLong(0, nothing.address());
        Native.checked(LIBC.sigaction(SIGNAL, action, null), "sigaction(" + SIGNAL + ")");
    }

    /** Apart from the rest, because a C library before 2.34 has it elsewhere. Public for jnr-ffi. */
    public interface Symbols {
        Pointer dlsym(@Nullable Pointer library, String symbol);
    }
}
