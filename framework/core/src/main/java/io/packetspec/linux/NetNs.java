package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A network namespace, held by a descriptor: it lives as long as the descriptor or a thread in it. */
public final class NetNs implements AutoCloseable {
    private static final int CLONE_NEWNET = 0x4000_0000;
    private static final int O_RDONLY_CLOEXEC = 0x8_0000;
    /** Always the thread's: /proc/self is the main thread, which never moves. */
    private static final String PATH = "/proc/thread-self/ns/net";

    // Taken when this class is loaded, which is before any thread of this JVM can have unshared through it.
    private static final NetNs INITIAL = current();

    private final int descriptor;
    private final String identity;
    private boolean closed;

    private NetNs(int descriptor, String identity) {
        this.descriptor = descriptor;
        this.identity = identity;
    }

    /** The namespace in which this JVM was started. */
    public static NetNs initial() {
        return INITIAL;
    }

    /** The namespace of the calling thread, by a descriptor of its own. */
    public static NetNs current() {
        return new NetNs(
                Native.checked(LIBC.open(PATH, O_RDONLY_CLOEXEC, 0), "open(" + PATH + ")"), identityOfThread());
    }

    /** Moves the calling thread to a namespace of its own, for good. */
    public static NetNs unshare() {
        Native.checked(LIBC.unshare(CLONE_NEWNET), "unshare(CLONE_NEWNET)");
        return current();
    }

    /** A new one, in which no thread is: the calling one, of the initial namespace, only passes through. */
    public static NetNs create() {
        // Where that is refused the thread is still where it was, and this error says why.
        Native.checked(LIBC.unshare(CLONE_NEWNET), "unshare(CLONE_NEWNET)");
        try {
            return current();
        } finally {
            INITIAL.enter();
        }
    }

    /** Runs this here, on the calling thread, which is of the initial namespace and back there then. */
    public <T> T visited(Supplier<T> task) {
        enter();
        try {
            return task.get();
        } finally {
            INITIAL.enter();
        }
    }

    /** Moves the calling thread to this namespace. */
    public synchronized void enter() {
        // The number of a closed descriptor may be that of another namespace by now.
        if (closed) {
            throw new IllegalStateException("namespace " + identity + " is closed");
        }
        Native.checked(LIBC.setns(descriptor, CLONE_NEWNET), "setns(" + identity + ", CLONE_NEWNET)");
    }

    /** What the kernel calls it, such as {@code net:[4026531833]}. */
    public String identity() {
        return identity;
    }

    /** For netlink attributes that name a namespace by descriptor. */
    public int descriptor() {
        return descriptor;
    }

    public boolean isOfThread() {
        return identity.equals(identityOfThread());
    }

    /**
     * Nothing is ever sent in the initial namespace: whoever opens a socket asks here first.
     *
     * @throws IllegalStateException if the calling thread is in the initial namespace
     */
    public static void refuseInitial(String what) {
        if (INITIAL.isOfThread()) {
            throw new IllegalStateException(
                    what + " in the initial network namespace: only threads of a lab's hosts may do that");
        }
    }

    static String identityOfThread() {
        byte[] target = new byte[64];
        long length = Native.checked(LIBC.readlink(PATH, target, target.length), "readlink(" + PATH + ")");
        return new String(target, 0, (int) length, StandardCharsets.US_ASCII);
    }

    @Override
    public synchronized void close() {
        if (this != INITIAL && !closed) {
            closed = true;
            LIBC.close(descriptor);
        }
    }

    @Override
    public String toString() {
        return identity;
    }
}
