package io.packetspec.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * How long it takes to check 1,000 specs without running them, from the start of the JVM on. Nobody checks specs in a
 * warm JVM, so every round has one of its own.
 */
public final class CheckOnly {
    private static final int SPECS = 1_000;
    private static final int ROUNDS = 7;

    private CheckOnly() {}

    public static void main(String[] arguments) throws IOException {
        System.out.printf(
                Locale.ROOT, "%-28s %8s %8s %8s   (seconds, %d rounds)%n", "", "min", "median", "max", ROUNDS);
        for (int files : new int[] {1, SPECS / 10, SPECS}) {
            Path folder = GeneratedSpecs.write(files, SPECS / files);
            double[] seconds = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                seconds[round] = inFreshJvm(folder);
            }
            Arrays.sort(seconds);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %8.2f %8.2f %8.2f%n",
                    "1,000 specs in " + files + (files == 1 ? " file" : " files"),
                    seconds[0],
                    seconds[ROUNDS / 2],
                    seconds[ROUNDS - 1]);
        }
    }

    private static double inFreshJvm(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Check.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return Double.parseDouble(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }

    /** Checks the specs below a folder and prints the seconds since the JVM began. */
    static final class Check {
        private Check() {}

        public static void main(String[] arguments) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectDirectory(arguments[0]))
                    .configurationParameter("packetspec.check", "true")
                    .build();
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, summary);
            long millis = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            if (summary.getSummary().getTestsSkippedCount() != SPECS) {
                throw new IllegalStateException(
                        "of " + SPECS + " specs " + summary.getSummary().getTestsSkippedCount() + " were checked");
            }
            System.out.println(millis / 1e3);
        }
    }
}
