package io.packetspec.run;

import io.packetspec.abi.Errno;
import io.packetspec.linux.TextFile;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.time.Doing;
import io.packetspec.spec.Step;
import io.packetspec.spec.TextMatch;
import io.packetspec.spec.Value;
import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import java.util.Map;

/** Reads a file as a host sees it, on the host's own thread: no process is started, and no event happens. */
final class FileReading {
    private final Step.Cat step;
    private final Bench bench;

    FileReading(Step.Cat step, Bench bench) {
        this.step = step;
        this.bench = bench;
    }

    void run(Hosts hosts) {
        String path = step.path().in(names());
        long began = Trace.now();
        TextFile.Content content = hosts.on(step.host(), step.at(), () -> TextFile.read(ofThread(path)));
        String outcome = content.errno() == null ? content.text().length() + " characters" : "-1 " + content.errno();
        bench.trace().add(new Event.Call(began, Trace.now(), step.host(), "cat " + path, outcome));
        check(path, content);
        if (step.as() != null) {
            Map<String, Object> parts = Map.of("output", content.text().trim(), "time", began);
            bench.keep(step.as(), parts, Doing.at(began));
        }
    }

    /** The files of the process are those of its first thread, which is in no namespace of a lab. */
    private static String ofThread(String path) {
        return path.replaceFirst("^/proc/(self/|(?=net(/|$)))", "/proc/thread-self/");
    }

    private void check(String path, TextFile.Content content) {
        Value<Errno> fails = step.fails();
        if (fails != null) {
            fails(path, content, fails.in(names()));
        } else if (content.errno() != null) {
            throw failure("reading " + path + " failed with " + content.errno() + ", expected it to succeed");
        } else {
            prints(path, content.text());
        }
    }

    private void fails(String path, TextFile.Content content, Errno expected) {
        if (content.errno() == null) {
            throw failure(path + " can be read, expected it to fail with " + expected);
        } else if (!content.errno().equals(expected)) {
            throw failure(
                    "reading " + path + " failed with " + content.errno() + ", expected it to fail with " + expected);
        }
    }

    private void prints(String path, String text) {
        Value<TextMatch> prints = step.prints();
        if (prints != null && !prints.in(names()).matches(text)) {
            String content = text.isBlank()
                    ? text.isEmpty() ? "is empty" : "has only blanks"
                    : "says:\n" + text.stripTrailing().indent(4).stripTrailing();
            throw failure("expected " + prints.in(names()) + "\n  " + path + " " + content);
        }
    }

    private Map<String, Object> names() {
        return bench.scope().names();
    }

    private SpecFailure failure(String message) {
        return new SpecFailure(step.at(), message, null);
    }
}
