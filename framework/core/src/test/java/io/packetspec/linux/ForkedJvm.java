package io.packetspec.linux;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM with the class path of this one, started by way of another program. */
public final class ForkedJvm {
    // It may read what root may, for the class path can be in root's home.
    private static final String CAPABILITIES = "-all,+dac_read_search";
    /** Runs what follows as an ordinary user. */
    public static final List<String> ORDINARY_USER = List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=" + CAPABILITIES,
            "--ambient-caps=" + CAPABILITIES,
            "--bounding-set=" + CAPABILITIES);

    private ForkedJvm() {}

    /** Not of a user namespace: only the former can give up, and take from a child, what tests are about. */
    public static void assumeRootOfTheMachine() throws IOException {
        String everyUser = Files.readString(Path.of("/proc/self/uid_map")).strip();
        boolean root = ProcessStatus.effectiveUser() == 0 && everyUser.matches("0 +0 +4294967295");
        assumeTrue(root, "this takes the machine's root");
    }

    public static Process start(List<String> prefix, Class<?> main) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What newer JDKs would warn about without, in the output that a test reads.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--"))
                .forEach(command::add);
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main.getName()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** What it writes until it ends. */
    public static String output(List<String> prefix, Class<?> main) throws IOException, InterruptedException {
        Process process = start(prefix, main);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return output;
    }
}
