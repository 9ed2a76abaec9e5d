package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A running command: what it prints is read until it ends or its time is over. */
final class Child {
    private static final int SIGKILL = 9;
    private static final int POLLIN = 1;
    private static final int POLLFD = 8;
    private static final int EINTR = 4;
    private static final int WNOHANG = 1;
    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(200);

    private final int process;
    private final List<Pipe> pipes;

    Child(int process, Pipe output, Pipe errors) {
        this.process = process;
        this.pipes = List.of(output, errors);
    }

    /** Until it ends, the time is over, or the calling thread is interrupted. */
    Command.Outcome await(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!pipes.stream().allMatch(Pipe::hasEnded) && mayGoOn(deadline)) {
            takeWithin(deadline - System.nanoTime());
        }
        int[] status = new int[1];
        boolean ended = wait(status, WNOHANG);
        while (!ended && mayGoOn(deadline)) {
            LockSupport.parkNanos(PAUSE);
            ended = wait(status, WNOHANG);
        }
        if (!ended) {
            LIBC.kill(process, SIGKILL);
            wait(status, 0);
        }
        return new Command.Outcome(
                exit(status[0]), pipes.get(0).text(), pipes.get(1).text(), !ended);
    }

    private static boolean mayGoOn(long deadline) {
        return System.nanoTime() < deadline && !Thread.currentThread().isInterrupted();
    }

    private void takeWithin(long nanoseconds) {
        List<Pipe> open = pipes.stream().filter(pipe -> !pipe.hasEnded()).toList();
        ByteBuffer descriptors = Native.wrap(new byte[open.size() * POLLFD]);
        open.forEach(pipe ->
                descriptors.putInt(pipe.readEnd()).putShort((short) POLLIN).putShort((short) 0));
        int milliseconds = (int) Math.min(1000, TimeUnit.NANOSECONDS.toMillis(nanoseconds) + 1);
        LIBC.poll(descriptors.array(), open.size(), milliseconds);
        for (int i = 0; i < open.size(); i++) {
            if (descriptors.getShort(i * POLLFD + 6) != 0) {
                open.get(i).take();
            }
        }
    }

    /** Whether it has ended. */
    private boolean wait(int[] status, int options) {
        int answer;
        do {
            answer = LIBC.waitpid(process, status, options);
        } while (answer < 0 && Native.RUNTIME.getLastError() == EINTR);
        return Native.checked(answer, "waitpid(" + process + ")") == process;
    }

    private static int exit(int status) {
        int signal = status & 0x7f;
        return signal == 0 ? status >> 8 & 0xff : 128 + signal;
    }
}
