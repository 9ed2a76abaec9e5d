package io.packetspec.allure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Results as they lie in files. */
final class Written {
    static final Path RESULTS = Path.of("target", "allure-test-results");

    private Written() {}

    /** The results of specs in files whose path holds this. */
    static List<Map<String, Object>> of(String path) throws IOException {
        try (Stream<Path> files = Files.list(RESULTS)) {
            return files.filter(f -> f.toString().endsWith("-result.json"))
                    .map(Written::read)
                    .filter(result -> result.get("fullName").toString().contains(path))
                    .toList();
        }
    }

    private static Map<String, Object> read(Path file) {
        try {
            @SuppressWarnings("unchecked")
            Map<String, Object> json = (Map<String, Object>)
                    new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return json;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> values(Map<String, Object> result, String list, String key, String value) {
        return entries(result, list).stream()
                .map(entry -> entry.get(key) + "=" + entry.get(value))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> entries(Map<String, Object> result, String list) {
        return (List<Map<String, Object>>) result.get(list);
    }
}
