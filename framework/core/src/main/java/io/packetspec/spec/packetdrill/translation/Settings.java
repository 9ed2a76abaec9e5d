package io.packetspec.spec.packetdrill.translation;

import io.packetspec.spec.At;
import io.packetspec.spec.Spelling;
import io.packetspec.spec.Timing.Tolerance;
import io.packetspec.spec.packetdrill.ScriptOption;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the options of a script and of a command line say: of several of a name the last. */
final class Settings {
    /** {@link Net} and the symbols are made of these; or they only concern how packetdrill works inside. */
    private static final Set<String> DECIDED = Set.of(
            "ip_version",
            "local_ip",
            "remote_ip",
            "gateway_ip",
            "netmask_ip",
            "define",
            "send_omit_free",
            "code_format",
            "code_sockopt",
            "psp_udp_port",
            "debug",
            "verbose");

    private static final Set<String> KNOWN = Set.of(
            "tolerance_usecs",
            "tolerance_percent",
            "tcp_ts_tick_usecs",
            "tcp_ts_ecr_scaled",
            "strict_segments",
            "bind_port",
            "connect_port",
            "mtu",
            "mss",
            "init_scripts",
            "code_command",
            "non_fatal");
    private static final List<String> NON_FATAL = List.of("packet", "syscall");
    private static final long TOLERANCE = 4000;
    private static final double PERCENT = 12.5;
    private static final int PORT = 8080;
    private static final int MTU = 1500;

    private final List<ScriptOption> options;

    Settings(List<ScriptOption> options) {
        this.options = options;
        options.stream()
                .filter(option -> !DECIDED.contains(option.name()) && !KNOWN.contains(option.name()))
                .findFirst()
                .ifPresent(option -> {
                    throw new Untranslatable(option.at(), "the option " + option.name() + " is not supported");
                });
    }

    Tolerance tolerance() {
        double percent = option("tolerance_percent").map(Settings::decimal).orElse(PERCENT);
        return new Tolerance(Duration.of(number("tolerance_usecs", TOLERANCE), ChronoUnit.MICROS), percent / 100);
    }

    /** Of the clock of the kernel's timestamps in microseconds; 0: they are not compared. */
    long tick() {
        return number("tcp_ts_tick_usecs", 0);
    }

    boolean scaledEchoes() {
        return option("tcp_ts_ecr_scaled").isPresent();
    }

    boolean strictSegments() {
        return option("strict_segments").isPresent();
    }

    /** Whether a packet that is not as expected is only told of. */
    boolean forgivesPackets() {
        return option("non_fatal").map(Settings::types).orElse(List.of()).contains("packet");
    }

    private static List<String> types(ScriptOption option) {
        List<String> types =
                Arrays.stream(text(option).split("[, ]+")).map(String::trim).toList();
        types.stream().filter(type -> !NON_FATAL.contains(type)).findFirst().ifPresent(type -> {
            throw new Untranslatable(
                    option.at(), "non_fatal knows no \"" + type + "\"" + Spelling.among(type, NON_FATAL));
        });
        return types;
    }

    int bindPort() {
        return (int) number("bind_port", PORT);
    }

    int connectPort() {
        return (int) number("connect_port", PORT);
    }

    int mtu() {
        return (int) number("mtu", MTU);
    }

    /** Of the segments that large packets to the kernel stand for; 0: they are as large as they are. */
    int segmentSize() {
        return (int) number("mss", 0);
    }

    /** Runs the code of a script. */
    Optional<String> codeCommand() {
        return option("code_command").map(Settings::text);
    }

    /** Commands that run before a script, in its folder. */
    List<ScriptOption> initScripts() {
        return options.stream()
                .filter(option -> option.name().equals("init_scripts"))
                .toList();
    }

    private Optional<ScriptOption> option(String name) {
        return options.stream().filter(option -> option.name().equals(name)).reduce((first, last) -> last);
    }

    private long number(String name, long otherwise) {
        return option(name).map(Settings::parsed).orElse(otherwise);
    }

    private static String text(ScriptOption option) {
        return option.value().orElse("");
    }

    private static long parsed(ScriptOption option) {
        try {
            return Long.parseLong(text(option));
        } catch (NumberFormatException e) {
            throw notANumber(option);
        }
    }

    private static double decimal(ScriptOption option) {
        try {
            return Double.parseDouble(text(option));
        } catch (NumberFormatException e) {
            throw notANumber(option);
        }
    }

    private static Untranslatable notANumber(ScriptOption option) {
        At at = option.at();
        return new Untranslatable(at, option.name() + " is a number, not " + text(option));
    }
}
