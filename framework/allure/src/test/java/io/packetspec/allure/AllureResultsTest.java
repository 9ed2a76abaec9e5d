package io.packetspec.allure;

import static io.packetspec.allure.Written.entries;
import static io.packetspec.allure.Written.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What Allure's results say of specs that passed, failed and were skipped, as its own listener wrote them. */
final class AllureResultsTest {
    private static final List<Map<String, Object>> WRITTEN = new ArrayList<>();

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("answers.spec.yaml");
        Files.writeString(file, """
                feature: Answers
                about: Of the whole file.
                refs: [RFC 9293 3.10.7.1, tcp(7), "net/ipv4/tcp_ipv4.c: tcp_v4_send_reset()", a talk]
                tags: [tcp]
                specs:
                  - spec: it passes
                    tags: [rst]
                    family: [ipv4, ipv6]
                    steps:
                      - inject: [tcp: {dport: 9, flags: A, ack: 7}]
                      - expect: [tcp: {flags: R, seq: 7}]
                  - spec: it fails
                    about: Of the spec.
                    steps:
                      - inject: [tcp: {dport: 9, flags: A, ack: 7}]
                      - expect: [tcp: {flags: R, seq: 8}]
                  - spec: it is known to fail
                    about: Of a known failure.
                    fails-on: {kernel: ">= 2.0", because: nobody has mended it}
                    steps:
                      - inject: [tcp: {dport: 9, flags: A, ack: 7}]
                      - expect: [tcp: {flags: R, seq: 8}]
                  - spec: it is skipped
                    requires: {command: no-such-command-here}
                    steps: [silence]
                """);
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectFile(file.toString()))
                        .filters(EngineFilter.includeEngines("packetspec"))
                        // However busy the machine is, the failure is final and there is one run to report.
                        .configurationParameter("packetspec.tolerance", "60000")
                        .configurationParameter("packetspec.durations", "")
                        .build());
        WRITTEN.addAll(Written.of(folder.getFileName() + "/answers"));
    }

    private static Map<String, Object> result(String name) {
        return WRITTEN.stream()
                .filter(result -> result.get("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no result is called " + name + ": " + WRITTEN));
    }

    @Test
    void everySpecHasOneResultWithItsStatus() {
        assertThat(WRITTEN).hasSize(5);
        assertThat(result("it passes (ipv6)")).containsEntry("status", "passed");
        assertThat(result("it fails")).containsEntry("status", "failed");
        assertThat(result("it is skipped")).containsEntry("status", "skipped");
    }

    @Test
    void labelsNameSuiteFeatureStoryAndTags() {
        for (String name : List.of("it passes (ipv4)", "it is skipped")) {
            assertThat(values(result(name), "labels", "name", "value"))
                    .contains("suite=Answers", "feature=Answers", "tag=tcp");
        }
        assertThat(values(result("it passes (ipv4)"), "labels", "name", "value"))
                .contains("story=it passes", "tag=rst");
    }

    @Test
    void referencesOpenTheirPages() {
        assertThat(values(result("it fails"), "links", "name", "url"))
                .containsExactly(
                        "RFC 9293 3.10.7.1=https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1",
                        "tcp(7)=https://man7.org/linux/man-pages/man7/tcp.7.html",
                        "net/ipv4/tcp_ipv4.c: tcp_v4_send_reset()"
                                + "=https://elixir.bootlin.com/linux/latest/source/net/ipv4/tcp_ipv4.c");
    }

    @Test
    void theKernelIsAParameterAndTheEnvironment() throws IOException {
        String release = Kernel.running().release();
        assertThat(values(result("it fails"), "parameters", "name", "value"))
                .contains("kernel=" + Kernel.running().series(), "release=" + release);
        assertThat(values(result("it fails"), "parameters", "name", "excluded"))
                .contains("kernel=null", "release=true");
        assertThat(Files.readString(Written.RESULTS.resolve("environment.properties")))
                .contains("kernel=" + release);
    }

    @Test
    void historyTellsVariantsApartAndTheTestCaseDoesNot() {
        Map<String, Object> four = result("it passes (ipv4)");
        Map<String, Object> six = result("it passes (ipv6)");
        assertThat(four.get("historyId")).isNotEqualTo(six.get("historyId"));
        assertThat(four.get("testCaseId")).isEqualTo(six.get("testCaseId"));
    }

    @Test
    void everyStepHasItsOutcomeAndWhatHappenedInIt() {
        List<Map<String, Object>> steps = entries(result("it fails"), "steps");
        assertThat(steps).extracting(step -> step.get("status")).containsExactly("passed", "failed");
        assertThat(steps.get(0).get("name")).isEqualTo("inject: [tcp: {dport: 9, flags: A, ack: 7}]");
        assertThat(entries(steps.get(0), "steps"))
                .extracting(step -> step.get("name").toString())
                .first()
                .asString()
                .startsWith("peer > ipv4 192.0.2.2 > 192.0.2.1  tcp");
    }

    @Test
    void aFailedSpecHasItsTraceAndACaptureOfEveryWire() throws IOException {
        assertThat(values(result("it fails"), "attachments", "name", "type"))
                .containsExactly("trace=text/plain", "wire-peer.pcapng=application/x-pcapng");
        String capture =
                entries(result("it fails"), "attachments").get(1).get("source").toString();
        assertThat(Files.readAllBytes(Written.RESULTS.resolve(capture))).startsWith(0x0a, 0x0d, 0x0d, 0x0a);
        assertThat(entries(result("it passes (ipv4)"), "attachments")).isEmpty();
    }

    @Test
    void aKnownFailurePassesAndItsDescriptionBeginsWithWhyItFailed() {
        Map<String, Object> known = result("it is known to fail");
        assertThat(known).containsEntry("status", "passed");
        assertThat(known.get("description").toString())
                .startsWith("failed as expected: because nobody has mended it\n")
                .contains("expected frame on wire peer differs in tcp.seq\n\nOf a known failure.");
        assertThat(values(known, "attachments", "name", "type")).contains("trace=text/plain");
    }

    @Test
    void theDescriptionIsThatOfTheSpecAndOfItsFile() {
        assertThat(result("it fails").get("description")).isEqualTo("Of the spec.\n\nOf the whole file.");
    }
}
