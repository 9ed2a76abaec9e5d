package io.packetspec.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What a JVM of its own takes, in octets.
 *
 * @param heap in use, once garbage has been collected
 * @param process the most that was resident (VmHWM)
 */
record Footprint(int specs, long heap, long process) {
    private static final String PEAK = "VmHWM:";

    /** @param what happens to the specs below the folder: discovered, checked or run */
    static Footprint of(String what, Path folder, int specs) throws IOException, InterruptedException {
        String[] answer = new FreshJvm(Life.class, what, folder.toString(), Integer.toString(specs))
                .answer()
                .split(" ");
        return new Footprint(specs, Long.parseLong(answer[0]), Long.parseLong(answer[1]));
    }

    static final class Life {
        private Life() {}

        public static void main(String[] arguments) throws IOException {
            EngineRun run = new EngineRun(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            switch (arguments[0]) {
                case "discovered" -> {
                    TestPlan plan = LauncherFactory.create().discover(run.request());
                    tell();
                    Reference.reachabilityFence(plan);
                }
                case "checked" -> {
                    run.check();
                    tell();
                }
                case "run" -> {
                    run.pass();
                    tell();
                }
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }

        private static void tell() throws IOException {
            long process = peak();
            MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
            // What the first collection finds unreachable may have to be finished before a second can free it.
            memory.gc();
            memory.gc();
            System.out.println(memory.getHeapMemoryUsage().getUsed() + " " + process);
        }

        private static long peak() throws IOException {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
