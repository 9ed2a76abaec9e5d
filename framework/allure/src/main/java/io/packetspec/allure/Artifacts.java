package io.packetspec.allure;

import io.packetspec.trace.Trace;
import io.packetspec.trace.TraceText;
import io.packetspec.trace.pcapng.Pcapng;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Attachment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Leaves the trace of a run and a capture of every wire among Allure's results. */
record Artifacts(AllureLifecycle lifecycle) {

    /** What the result of the run must say of them. */
    List<Attachment> attach(Trace trace) {
        List<Attachment> attachments = new ArrayList<>();
        byte[] text = TraceText.of(trace).getBytes(StandardCharsets.UTF_8);
        attachments.add(attach("trace", "text/plain", ".txt", text));
        for (String wire : trace.wires()) {
            byte[] capture = Pcapng.of(wire, trace.frames(wire));
            attachments.add(attach("wire-" + wire + ".pcapng", "application/x-pcapng", ".pcapng", capture));
        }
        return attachments;
    }

    private Attachment attach(String name, String type, String extension, byte[] octets) {
        String source = UUID.randomUUID() + "-attachment" + extension;
        lifecycle.writeAttachment(source, new ByteArrayInputStream(octets));
        return new Attachment().setName(name).setType(type).setSource(source);
    }
}
