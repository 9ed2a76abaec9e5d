package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A child process, killed and waited for at the latest when this is closed. */
final class Child implements AutoCloseable {
    private static final int SIGKILL = 9;
    private static final int SIGNALLED = 128;
    private static final Errno EINTR = Errno.of(4);
    private static final int PIDFD_OPEN = 434;

    private final int process;
    /** Readable once the process has ended. */
    private final int descriptor;

    private boolean reaped;

    Child(int process) {
        this.process = process;
        this.descriptor = (int) LIBC.syscall(PIDFD_OPEN, process, 0);
        if (descriptor < 0) {
            SystemCallException failure = new SystemCallException("pidfd_open(" + process + ")", Native.errno());
            kill();
            await();
            throw failure;
        }
    }

    /** This JVM's number in the process namespace that /proc shows, which a container's set-up may have out of step. */
    static String self() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int descriptor() {
        return descriptor;
    }

    void kill() {
        LIBC.kill(process, SIGKILL);
    }

    int await() {
        int[] status = new int[1];
        while (LIBC.waitpid(process, status, 0) < 0) {
            if (!Native.errno().equals(EINTR)) {
                throw new SystemCallException("waitpid(" + process + ")", Native.errno());
            }
        }
        reaped = true;
        int signal = status[0] & 0x7f;
        return signal == 0 ? status[0] >> 8 & 0xff : SIGNALLED + signal;
    }

    @Override
    public void close() {
        LIBC.close(descriptor);
        if (!reaped) {
            kill();
            await();
        }
    }
}
