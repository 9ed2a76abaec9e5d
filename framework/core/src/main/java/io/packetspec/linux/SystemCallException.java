package io.packetspec.linux;

import io.packetspec.abi.Errno;

/** A system call that failed where it must not: the call with its arguments, and the errno. */
public final class SystemCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Errno errno;

    public SystemCallException(String call, Errno errno) {
        super(call + " failed: " + errno);
        this.errno = errno;
    }

    /** The same with the kernel's own words on the cause, where it gave any. */
    public SystemCallException(String call, Errno errno, String words) {
        super(call + " failed: " + errno + (words.isEmpty() ? "" : " (" + words + ")"));
        this.errno = errno;
    }

    public Errno errno() {
        return errno;
    }
}
