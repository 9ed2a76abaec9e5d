package io.packetspec.engine;

import io.packetspec.trace.Trace;
import io.packetspec.trace.TraceText;
import io.packetspec.trace.pcapng.Pcapng;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;

/** Writes what a failed run left behind, and publishes it to whoever listens. */
final class Artifacts {
    private final OutputDirectoryCreator directories;
    private final EngineExecutionListener listener;

    Artifacts(OutputDirectoryCreator directories, EngineExecutionListener listener) {
        this.directories = directories;
        this.listener = listener;
    }

    void publish(TestDescriptor test, Trace trace) throws IOException {
        Path folder = directories.createOutputDirectory(test);
        file(
                test,
                folder.resolve("trace.txt"),
                "text/plain",
                TraceText.of(trace).getBytes(StandardCharsets.UTF_8));
        for (String wire : trace.wires()) {
            file(
                    test,
                    folder.resolve("wire-" + wire + ".pcapng"),
                    "application/x-pcapng",
                    Pcapng.of(wire, trace.frames(wire)));
        }
    }

    /** Tells something of a test that is no file. */
    void tell(TestDescriptor test, String key, String value) {
        listener.reportingEntryPublished(test, ReportEntry.from(key, value));
    }

    private void file(TestDescriptor test, Path file, String mediaType, byte[] octets) throws IOException {
        Files.write(file, octets);
        listener.fileEntryPublished(test, FileEntry.from(file, mediaType));
    }
}
