package io.packetspec.allure;

import static io.packetspec.allure.Written.entries;
import static io.packetspec.allure.Written.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What Allure's results say of a spec whose first run was inconclusive: in Allure's report they are retries. */
final class RetriesTest {
    private static final List<Map<String, Object>> WRITTEN = new ArrayList<>();

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("retried.spec.yaml");
        Path mark = folder.resolve("mark");
        Files.writeString(file, """
                feature: Retried
                specs:
                  - spec: it fails once
                    steps:
                      - inject: [tcp: {dport: 9, flags: A, ack: 7}]
                      - expect: [tcp: {flags: R, seq: 7}]
                      - run: test -e %1$s || { touch %1$s; exit 1; }
                """.formatted(mark));
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectFile(file.toString()))
                        .filters(EngineFilter.includeEngines("packetspec"))
                        // Whatever its harness did was too late.
                        .configurationParameter("packetspec.tolerance", "0")
                        .configurationParameter("packetspec.durations", "")
                        .build());
        Written.of(folder.getFileName() + "/retried").stream()
                .sorted(Comparator.comparing(result -> (Long) result.get("start")))
                .forEach(WRITTEN::add);
    }

    private static Map<String, Object> inconclusive() {
        return WRITTEN.get(0);
    }

    private static Map<String, Object> counting() {
        return WRITTEN.get(1);
    }

    @Test
    void everyRunHasAResultAndTheLastToBeginCounts() {
        assertThat(WRITTEN).extracting(result -> result.get("status")).containsExactly("broken", "passed");
        assertThat((Long) inconclusive().get("stop"))
                .isLessThanOrEqualTo((Long) counting().get("start"));
        assertThat((Long) counting().get("stop"))
                .isGreaterThanOrEqualTo((Long) counting().get("start"));
    }

    @Test
    void theyAreResultsOfTheSameTest() {
        for (String key : List.of("name", "fullName", "testCaseId", "historyId", "titlePath", "description", "stage")) {
            assertThat(inconclusive().get(key)).as(key).isEqualTo(counting().get(key));
        }
        for (String list : List.of("labels", "parameters", "links")) {
            assertThat(entries(inconclusive(), list)).as(list).isEqualTo(entries(counting(), list));
        }
        assertThat(inconclusive().get("uuid")).isNotEqualTo(counting().get("uuid"));
    }

    @Test
    void theInconclusiveOneSaysWhyAndWhatFailed() {
        @SuppressWarnings("unchecked")
        Map<String, Object> details = (Map<String, Object>) inconclusive().get("statusDetails");
        assertThat(details.get("message").toString())
                .startsWith("inconclusive: this run failed, but may have done so because the machine was busy"
                        + " (the harness was late by ")
                .contains(" ms); the spec was run again, alone\n", "retried.spec.yaml:7:9: ");
        assertThat(entries(inconclusive(), "steps"))
                .extracting(step -> step.get("status"))
                .containsExactly("passed", "passed", "failed");
        assertThat(entries(counting(), "steps"))
                .extracting(step -> step.get("status"))
                .containsOnly("passed");
    }

    @Test
    void eachHasItsOwnTraceAndCaptures() throws IOException {
        assertThat(values(inconclusive(), "attachments", "name", "type"))
                .containsExactly("trace=text/plain", "wire-peer.pcapng=application/x-pcapng");
        Path trace = Written.RESULTS.resolve(
                entries(inconclusive(), "attachments").get(0).get("source").toString());
        assertThat(Files.readString(trace)).contains("exit 1");
        assertThat(entries(counting(), "attachments")).isEmpty();
    }
}
