package io.packetspec.spec.packetdrill.translation;

import io.packetspec.spec.At;
import io.packetspec.spec.Timing.Tolerance;
import io.packetspec.spec.packetdrill.ScriptOption;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a script's options say, beside those for which a variant has values of its own. */
final class Settings {
    /** A variant decides on these, as packetdrill's runner does; or they only concern how packetdrill works inside. */
    private static final Set<String> DECIDED = Set.of(
            "ip_version",
            "local_ip",
            "remote_ip",
            "gateway_ip",
            "netmask_ip",
            "define",
            "send_omit_free",
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
            "mtu");
    private static final long TOLERANCE = 4000;
    private static final double PERCENT = 12.5;
    private static final int PORT = 8080;

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
        double percent = value("tolerance_percent").map(Double::parseDouble).orElse(PERCENT);
        return new Tolerance(Duration.of(toleranceMicros(), ChronoUnit.MICROS), percent / 100);
    }

    long toleranceMicros() {
        return number("tolerance_usecs", TOLERANCE);
    }

    /** Of the clock of the kernel's timestamps in microseconds; 0: they are not compared. */
    long tick() {
        return number("tcp_ts_tick_usecs", 0);
    }

    boolean scaledEchoes() {
        return has("tcp_ts_ecr_scaled");
    }

    boolean strictSegments() {
        return has("strict_segments");
    }

    int bindPort() {
        return (int) number("bind_port", PORT);
    }

    int connectPort() {
        return (int) number("connect_port", PORT);
    }

    int mtu(Net net) {
        return net.isIpv4() ? (int) number("mtu", net.mtu()) : net.mtu();
    }

    private boolean has(String name) {
        return options.stream().anyMatch(option -> option.name().equals(name));
    }

    private Optional<String> value(String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .reduce((first, last) -> last)
                .flatMap(ScriptOption::value);
    }

    private long number(String name, long otherwise) {
        return value(name).map(text -> parsed(at(name), name, text)).orElse(otherwise);
    }

    private At at(String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow()
                .at();
    }

    private static long parsed(At at, String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Untranslatable(at, name + " is a number, not " + text);
        }
    }
}
