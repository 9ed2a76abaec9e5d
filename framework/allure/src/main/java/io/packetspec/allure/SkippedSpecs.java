package io.packetspec.allure;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.UniqueId;

/**
 * Describes skipped specs: Allure's platform listener begins and ends their results in one go, so what is known of
 * them is added when they are written.
 */
public final class SkippedSpecs implements TestLifecycleListener {
    private static final String UNIQUE_ID = "junit.platform.uniqueid";
    private static final Map<String, Description> EXPECTED = new ConcurrentHashMap<>();

    static void expect(UniqueId id, Description description) {
        EXPECTED.put(id.toString(), description);
    }

    @Override
    public void beforeTestWrite(TestResult result) {
        Optional<String> id = result.getLabels().stream()
                .filter(label -> UNIQUE_ID.equals(label.getName()))
                .map(Label::getValue)
                .findFirst();
        id.map(EXPECTED::remove).ifPresent(description -> description.fill(result));
    }
}
