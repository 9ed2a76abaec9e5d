package io.packetspec.engine;

import io.packetspec.run.Settings;
import io.packetspec.run.Urgency;
import io.packetspec.spec.packetdrill.translation.PacketdrillSpecReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * The configuration parameters of the engine, in one place.
 *
 * @param spec which specs to run: {@code path}, {@code path:line}, or a part of a name; empty: all
 * @param shard which part of them to run; empty: all
 * @param durations where it is kept how long they took; empty: nowhere
 * @param scriptOptions as on a command line of packetdrill, for its scripts
 * @param mutants what to run in place of the specs; empty: the specs
 * @param parallelism how many specs at once
 * @param skipUnprivileged whether to skip, rather than fail, where no network namespace can be made
 * @param check whether specs are only read
 * @param slowest how many of the slowest specs are told at the end; 0: none
 */
record Configuration(
        Optional<String> spec,
        Optional<Shard> shard,
        Optional<DurationsFile> durations,
        String scriptOptions,
        Optional<MutantDraw> mutants,
        int parallelism,
        boolean skipUnprivileged,
        boolean check,
        int slowest,
        Settings settings) {
    static final String SPEC = "packetspec.spec";
    static final String SHARD = "packetspec.shard";
    static final String DURATIONS = "packetspec.durations";
    static final String MUTANTS = "packetspec.mutants";
    static final String MUTANTS_SEED = "packetspec.mutants.seed";
    static final String PARALLELISM = "packetspec.parallelism";
    static final String UNPRIVILEGED = "packetspec.unprivileged";
    static final String CHECK = "packetspec.check";
    static final String SLOWEST = "packetspec.slowest";
    static final String PATIENCE = "packetspec.patience";
    static final String CALL_LIMIT = "packetspec.call-limit";
    static final String TOLERANCE = "packetspec.tolerance";
    static final String TOLERANCE_FACTOR = "packetspec.tolerance.factor";
    static final String SCRIPT_OPTIONS = "packetspec.pkt.options";
    static final String STRICT = "packetspec.pkt.strict";
    static final String REALTIME = "packetspec.realtime";

    /** As many as paid when it was measured (docs/performance.md): specs mostly wait for the kernel. */
    private static final int SPECS_PER_PROCESSOR = 8;

    private static final int TOLD = 10;
    private static final List<String> BUILD_FOLDERS = List.of("target", "build");

    static Configuration of(ConfigurationParameters parameters) {
        Settings defaults = Settings.DEFAULT;
        return new Configuration(
                parameters.get(SPEC).filter(spec -> !spec.isBlank()),
                read(parameters, SHARD, Shard::parse, "which part of how many, such as 2/8"),
                durations(parameters),
                parameters.get(SCRIPT_OPTIONS).map(Configuration::scriptOptions).orElse(""),
                mutants(parameters),
                read(parameters, PARALLELISM, text -> atLeast(1, text), "a number of at least 1")
                        .orElse(SPECS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors()),
                read(parameters, UNPRIVILEGED, Configuration::skips, "skip or fail")
                        .orElse(false),
                read(parameters, CHECK, Configuration::isTrue, "true or false").orElse(false),
                read(parameters, SLOWEST, text -> atLeast(0, text), "a number, 0 for none")
                        .orElse(TOLD),
                new Settings(
                        duration(parameters, PATIENCE).orElse(defaults.patience()),
                        duration(parameters, CALL_LIMIT).orElse(defaults.callLimit()),
                        duration(parameters, TOLERANCE).orElse(defaults.tolerance()),
                        read(parameters, TOLERANCE_FACTOR, Configuration::factor, "a positive number")
                                .orElse(defaults.scriptFactor()),
                        read(parameters, STRICT, Configuration::isTrue, "true or false")
                                .orElse(defaults.strictScripts()),
                        read(parameters, REALTIME, Configuration::urgency, "auto, on or off")
                                .orElse(defaults.urgency())));
    }

    private static String scriptOptions(String text) {
        try {
            PacketdrillSpecReader.of(SCRIPT_OPTIONS, text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new JUnitException(SCRIPT_OPTIONS + "=" + text + ": " + e.getMessage(), e);
        }
    }

    /** In the folder of what builds make, if there is one: nobody wants files of ours among their own. */
    private static Optional<DurationsFile> durations(ConfigurationParameters parameters) {
        return parameters
                .get(DURATIONS)
                .or(() -> BUILD_FOLDERS.stream()
                        .filter(folder -> Files.isDirectory(Path.of(folder)))
                        .findFirst()
                        .map(folder -> folder + "/packetspec/durations"))
                .filter(path -> !path.isBlank())
                .map(path -> new DurationsFile(Path.of(path)));
    }

    private static Optional<MutantDraw> mutants(ConfigurationParameters parameters) {
        long seed = read(parameters, MUTANTS_SEED, Long::parseLong, "a number")
                .orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000));
        return read(parameters, MUTANTS, text -> atLeast(1, text), "a number of at least 1")
                .map(count -> new MutantDraw(count, seed));
    }

    private static Optional<Duration> duration(ConfigurationParameters parameters, String key) {
        return read(parameters, key, text -> Duration.ofMillis(atLeast(0, text)), "a number of milliseconds");
    }

    private static <T> Optional<T> read(
            ConfigurationParameters parameters, String key, Function<String, T> reader, String legal) {
        return parameters.get(key).map(text -> {
            try {
                return reader.apply(text.trim());
            } catch (IllegalArgumentException e) {
                throw new JUnitException(key + "=" + text + ": expected " + legal, e);
            }
        });
    }

    private static int atLeast(int least, String text) {
        int number = Integer.parseInt(text);
        if (number < least) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static double factor(String text) {
        double factor = Double.parseDouble(text);
        if (!(factor > 0)) {
            throw new IllegalArgumentException(text);
        }
        return factor;
    }

    private static Urgency urgency(String text) {
        return switch (text) {
            case "auto" -> Urgency.AUTO;
            case "on" -> Urgency.ON;
            case "off" -> Urgency.OFF;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** Whether several specs are run at once. */
    boolean isParallel() {
        return parallelism > 1 && !check;
    }

    private static boolean isTrue(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static boolean skips(String text) {
        return switch (text) {
            case "skip" -> true;
            case "fail" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
