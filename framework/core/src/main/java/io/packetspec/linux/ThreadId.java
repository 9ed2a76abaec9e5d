package io.packetspec.linux;

/** The id of a thread, as the kernel counts them. */
public final class ThreadId {
    private ThreadId() {}

    public static int ofCallingThread() {
        return Native.LIBC.gettid();
    }
}
