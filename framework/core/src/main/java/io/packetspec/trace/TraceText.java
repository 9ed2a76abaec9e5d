package io.packetspec.trace;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Notation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A trace to be read: a line an event, with its milliseconds since the spec began. */
public final class TraceText {
    private static final long MICROSECOND = 1_000;
    /** A step that allocates more brings the next collection of garbage noticeably nearer. */
    private static final long MUCH = 1 << 20;

    private final Trace trace;

    private TraceText(Trace trace) {
        this.trace = trace;
    }

    public static String of(Trace trace) {
        return new TraceText(trace).render();
    }

    /** The same as it stands below the message of a failure. */
    public static String below(Trace trace) {
        return "\n\ntrace, in milliseconds since the spec began:\n" + of(trace) + "\n";
    }

    private String render() {
        StringJoiner lines = new StringJoiner("\n");
        List<Event> events = trace.events();
        events.forEach(event -> lines.add(stamp(event.time()) + line(event)));
        return lines.toString();
    }

    private String stamp(long time) {
        return String.format(Locale.ROOT, "%10.3f  ", (time - trace.began()) / 1e6);
    }

    /** One event on one line. */
    public static String line(Event event) {
        if (event instanceof Event.Step step) {
            return step(step);
        } else if (event instanceof Event.Frame frame) {
            return "    " + frame.wire() + (frame.injected() ? " > " : " < ") + packet(frame);
        } else if (event instanceof Event.Call call) {
            return "    " + call.host() + ": " + call.call() + " = " + call.result() + took(call.ended() - call.time());
        }
        return "    " + ((Event.Note) event).text();
    }

    private static String step(Event.Step step) {
        return "line " + step.at().line() + ": " + step.text()
                + (step.passed() ? "" : "  <- FAILED")
                + (step.late() < 100 * MICROSECOND ? "" : "  (harness late by " + millis(step.late()) + ")")
                + (step.allocated() < MUCH ? "" : "  (allocated " + mebibytes(step.allocated()) + ")");
    }

    private static String took(long nanos) {
        return nanos < 1_000 * MICROSECOND ? "" : "  (took " + millis(nanos) + ")";
    }

    private static String mebibytes(long octets) {
        return String.format(Locale.ROOT, "%.1f MiB", octets / (double) MUCH);
    }

    /** Milliseconds as failures and traces write them. */
    public static String millis(Duration time) {
        return millis(time.toNanos());
    }

    public static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f ms", nanos / 1e6);
    }

    private static String packet(Event.Frame frame) {
        return Notation.line(Dissection.of(frame.outermost(), frame.octets()));
    }
}
