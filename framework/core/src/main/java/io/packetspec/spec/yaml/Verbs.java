package io.packetspec.spec.yaml;

import io.packetspec.spec.Signature;
import io.packetspec.spec.Signatures;
import io.packetspec.spec.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The verbs of steps, each with the modifiers that go with it. */
final class Verbs {
    /** @param reader of a step with this verb */
    record Verb(List<String> modifiers, Function<StepParts, Step> reader) {}

    private static final Map<String, Verb> ALL = new LinkedHashMap<>();
    private static final Set<String> MODIFIERS;

    static {
        add("inject", WireSteps::inject, "from", "fragment", "as");
        add("expect", WireSteps::expect, "at", "within", "after", "count", "reassembled", "as");
        add("silence", WireSteps::silence, "allow");
        Signatures.all().forEach(Verbs::addCall);
        add("await", HostSteps::await, "within");
        add("handshake", HandshakeReader::read, "as");
        add("sysctl", HostSteps::sysctl, "on");
        add("nft", ChangeReader::nft, "on");
        add("link", ChangeReader::link, "on", "fails");
        add("route", ChangeReader::route, "on", "fails");
        add("rule", ChangeReader::rule, "on", "fails");
        add("neighbour", ChangeReader::neighbour, "on", "fails");
        add("address", ChangeReader::address, "on", "fails");
        add("run", RunReader::run, "on", "prints", "exits", "within", "as");
        add("cat", CatReader::cat, "on", "prints", "fails", "as");
        add("counters", HostSteps::counters, "on");
        add("tcp_info", FiguresReader::tcpInfo, "on", "as");
        add("meminfo", FiguresReader::meminfo, "on", "as");
        add("check", FlowSteps::check);
        add("wait", FlowSteps::pause);
        add("eventually", FlowSteps::eventually, "within");
        add("repeat", RepeatReader::read);
        MODIFIERS = ALL.values().stream().flatMap(v -> v.modifiers().stream()).collect(Collectors.toSet());
    }

    private Verbs() {}

    private static void add(String name, Function<StepParts, Step> reader, String... modifiers) {
        ALL.put(name, new Verb(List.of(modifiers), reader));
    }

    private static void addCall(Signature signature) {
        add(
                signature.name(),
                parts -> new CallReader(parts, signature).read(),
                "on",
                "as",
                "fails",
                "returns",
                "took",
                "without",
                "background");
    }

    static Optional<Verb> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    static boolean isModifier(String name) {
        return MODIFIERS.contains(name);
    }
}
