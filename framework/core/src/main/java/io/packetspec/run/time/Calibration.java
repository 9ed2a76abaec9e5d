package io.packetspec.run.time;

import io.packetspec.linux.RealTime;
import io.packetspec.trace.TraceText;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * How well this machine keeps times, as nine of ten samples tell it: one outlier changes nothing.
 *
 * @param wakeUp how late a sleep of a millisecond ends, in nanoseconds
 * @param roundTrip how long a thread that sleeps takes to answer another, in nanoseconds
 */
public record Calibration(long wakeUp, long roundTrip) {
    private static final int SAMPLES = 15;
    /** They load classes. */
    private static final int LEFT_OUT = 3;

    private static final long SLEEP = Duration.ofMillis(1).toNanos();

    /** Both together on a machine where a tolerance need be no wider than it is written. */
    private static final long REFERENCE = Duration.ofNanos(500_000).toNanos();
    /** The tolerance of a script that says nothing of it: as much later as what it waits for comes, it must be wider. */
    private static final double TOLERANCE = Duration.ofMillis(4).toNanos();
    /** A tolerance that is wide enough would hold whatever comes. */
    private static final double MOST = 3;

    /**
     * Takes some 20 ms.
     *
     * @param urgent whether threads are to have real-time priority, as they will when it counts
     */
    public static Calibration measure(boolean urgent) {
        RealTime priority = priority(urgent);
        try {
            return new Calibration(nineOfTen(Calibration::oversleep), roundTrips(urgent));
        } finally {
            priority.leave();
        }
    }

    private static RealTime priority(boolean urgent) {
        return urgent ? RealTime.enter() : RealTime.none();
    }

    private static long oversleep() {
        long until = System.nanoTime() + SLEEP;
        LockSupport.parkNanos(SLEEP);
        return Math.max(0, System.nanoTime() - until);
    }

    private static long roundTrips(boolean urgent) {
        LinkedBlockingQueue<FutureTask<Long>> questions = new LinkedBlockingQueue<>();
        Thread other = new Thread(null, () -> answer(questions, urgent), "packetspec-calibration", 0, false);
        other.setDaemon(true);
        other.start();
        try {
            return nineOfTen(() -> roundTrip(questions));
        } finally {
            other.interrupt();
        }
    }

    private static void answer(LinkedBlockingQueue<FutureTask<Long>> questions, boolean urgent) {
        RealTime priority = priority(urgent);
        try {
            while (true) {
                questions.take().run();
            }
        } catch (InterruptedException e) {
            priority.leave(); // All have been asked.
        }
    }

    private static long roundTrip(LinkedBlockingQueue<FutureTask<Long>> questions) {
        FutureTask<Long> question = new FutureTask<>(System::nanoTime);
        long began = System.nanoTime();
        questions.add(question);
        try {
            question.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return System.nanoTime() - began;
    }

    private static long nineOfTen(LongSupplier sample) {
        return nineOfTen(LongStream.generate(sample)
                .limit(LEFT_OUT + SAMPLES)
                .skip(LEFT_OUT)
                .toArray());
    }

    /** What nine of ten samples do not exceed. */
    static long nineOfTen(long... samples) {
        long[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * 9 / 10];
    }

    /** By which tolerances are multiplied: 1 on a machine that is as good as the reference, or better. */
    public double factor() {
        return Math.min(MOST, 1 + Math.max(0, wakeUp + roundTrip - REFERENCE) / TOLERANCE);
    }

    public String text() {
        return String.format(Locale.ROOT, "tolerance factor %.2f", factor()) + ": of ten sleeps nine end within "
                + TraceText.millis(wakeUp) + " of their time, another thread answers within "
                + TraceText.millis(roundTrip);
    }
}
