package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A child process, killed and waited for at the latest when this is closed. */
final class Child implements AutoCloseable {
    private static final int SIGKILL = 9;
    private static final int SIGNALLED = 128;
    private static final Errno EINTR = Errno.of(4);
    private static final int PIDFD_OPEN = 434;
    private static final int RUSAGE = 144;

    private final int process;
    /** Readable once the process has ended. */
    private final int descriptor;

    private boolean reaped;
    private Duration processorTime = Duration.ZERO;

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
        byte[] usage = new byte[RUSAGE];
        while (LIBC.wait4(process, status, 0, usage) < 0) {
            if (!Native.errno().equals(EINTR)) {
                throw new SystemCallException("wait4(" + process + ")", Native.errno());
            }
        }
        reaped = true;
        processorTime = processorTime(Native.wrap(usage));
        int signal = status[0] & 0x7f;
        return signal == 0 ? status[0] >> 8 & 0xff : SIGNALLED + signal;
    }

    /** struct rusage begins with two of struct timeval: in user mode, and in the kernel. */
    private static Duration processorTime(ByteBuffer usage) {
        long seconds = usage.getLong(0) + usage.getLong(2 * Long.BYTES);
        long microseconds = usage.getLong(Long.BYTES) + usage.getLong(3 * Long.BYTES);
        return Duration.ofSeconds(seconds).plusNanos(TimeUnit.MICROSECONDS.toNanos(microseconds));
    }

    /** What it and those that it waited for have computed, once it was waited for itself. */
    Duration processorTime() {
        return processorTime;
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
