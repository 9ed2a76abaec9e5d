package io.packetspec.allure;

import io.qameta.allure.util.PropertiesUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** What Allure shows as the environment of a run; written beside its results, once. */
final class Environment {
    private static final AtomicBoolean WRITTEN = new AtomicBoolean();

    private Environment() {}

    static void write(Kernel kernel) {
        if (!WRITTEN.compareAndSet(false, true)) {
            return;
        }
        String results =
                PropertiesUtils.loadAllureProperties().getProperty("allure.results.directory", "allure-results");
        String text = "kernel=" + kernel.release() + "\n"
                + "architecture=" + System.getProperty("os.arch") + "\n"
                + "java=" + System.getProperty("java.runtime.version") + "\n";
        try {
            Path folder = Files.createDirectories(Path.of(results));
            Files.writeString(folder.resolve("environment.properties"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
