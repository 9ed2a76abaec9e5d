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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The verbs of steps, each with its argument and the modifiers that go with it. */
final class Verbs {
    /**
     * @param argument what stands behind the verb, and what it means
     * @param reader of a step with this verb
     */
    record Verb(Key argument, List<Key> keys, Function<StepParts, Step> reader) {
        List<String> modifiers() {
            return keys.stream().map(Key::name).toList();
        }
    }

    private static final Map<String, Verb> ALL = new LinkedHashMap<>();
    private static final Set<String> MODIFIERS;

    static {
        addFrames();
        Signatures.all().forEach(Verbs::addCall);
        addChanges();
        addChecks();
        addControls();
        MODIFIERS = ALL.values().stream().flatMap(v -> v.modifiers().stream()).collect(Collectors.toSet());
    }

    private Verbs() {}

    private static void addFrames() {
        add(
                "inject",
                Shapes.SENT,
                "puts a frame on a wire",
                WireSteps::inject,
                Modifiers.FROM,
                Modifiers.FRAGMENT,
                Modifiers.AS);
        add(
                "expect",
                Shape.anyOf(Shapes.EXPECTED, AnyOrderReader.KEYS.shape()),
                "the next frame on a wire must match this packet",
                WireSteps::expect,
                Modifiers.AT,
                Modifiers.DUE,
                Modifiers.AFTER,
                Modifiers.COUNT,
                Modifiers.REASSEMBLED,
                Modifiers.AS_EACH);
        add(
                "silence",
                Shape.anyOf(Shape.NOTHING, Shapes.TIME),
                "no further frame comes: proved, or for a time",
                WireSteps::silence,
                Modifiers.ALLOW);
    }

    private static void addChanges() {
        add("await", Shapes.NAME, "collects a call in the background", HostSteps::await, Modifiers.WITHIN);
        add("handshake", HandshakeReader::shape, "opens a flow", HandshakeReader::read, Modifiers.AS);
        add("sysctl", SysctlReader.shape(), "sets sysctls", HostSteps::sysctl, Modifiers.ON);
        add("nft", Shape.TEXT, "adds an nftables ruleset", ChangeReader::nft, Modifiers.ON);
        addChange("link", ChangeReader::links, "sets interfaces up or down, or their MTU", ChangeReader::link);
        addTable(ChangeReader.ROUTE, ChangeReader::route);
        addTable(ChangeReader.RULE, ChangeReader::rule);
        addTable(ChangeReader.NEIGHBOUR, ChangeReader::neighbour);
        addTable(ChangeReader.ADDRESS, ChangeReader::address);
    }

    private static void addChecks() {
        add(
                "run",
                Shape.anyOf(Shape.TEXT, Shape.listOf(Shape.TEXT, 1)),
                "runs a command: shell text, or a list of words",
                RunReader::run,
                Modifiers.ON,
                Modifiers.PRINTS,
                Modifiers.EXITS,
                Modifiers.WITHIN,
                Modifiers.AS);
        add(
                "cat",
                CatReader.shape(),
                "reads a file as the host sees it, by its path",
                CatReader::cat,
                Modifiers.ON,
                Modifiers.PRINTS,
                Modifiers.FAILS,
                Modifiers.AS);
        add(
                "counters",
                HostSteps.changes(),
                "how SNMP counters have changed since the spec began",
                HostSteps::counters,
                Modifiers.ON);
        addFigures("tcp_info", FiguresReader.TCP_INFO, FiguresReader::tcpInfo);
        addFigures("meminfo", FiguresReader.MEMINFO, FiguresReader::meminfo);
        add("check", Shape.TEXT, "a condition that must hold; names stand without ${…}", ControlSteps::check);
        add("drop", DropReader::drops, "the reason for which the kernel dropped a packet", DropReader::drop);
        add("reset-reason", DropReader::resets, "the reason for which the kernel sent a reset", DropReader::reset);
    }

    private static void addControls() {
        add("wait", Shapes.TIME, "passes time", ControlSteps::pause);
        add(
                "eventually",
                Shapes.STEPS,
                "repeats its steps until all of them hold",
                ControlSteps::eventually,
                Modifiers.WITHIN);
        add("repeat", RepeatReader.KEYS.shape(), "runs its steps so many times", RepeatReader::read);
    }

    private static void add(
            String name, Shape argument, String meaning, Function<StepParts, Step> reader, Key... modifiers) {
        add(name, () -> argument, meaning, reader, modifiers);
    }

    private static void add(
            String name, Supplier<Shape> argument, String meaning, Function<StepParts, Step> reader, Key... modifiers) {
        ALL.put(name, new Verb(new Key(name, meaning, true, argument), List.of(modifiers), reader));
    }

    private static void addChange(
            String name, Supplier<Shape> argument, String meaning, Function<StepParts, Step> reader) {
        add(name, argument, meaning, reader, Modifiers.ON, Modifiers.FAILS);
    }

    private static void addTable(Keys operations, Function<StepParts, Step> reader) {
        String meaning = "adds, replaces or deletes an entry of a table: " + operations.owner();
        addChange(operations.owner(), () -> ChangeReader.operation(operations), meaning, reader);
    }

    private static void addFigures(String name, String option, Function<StepParts, Step> reader) {
        String meaning = "what getsockopt(2) must answer for " + option;
        add(name, () -> FiguresReader.keys(name, option).shape(), meaning, reader, Modifiers.ON, Modifiers.AS);
    }

    private static void addCall(Signature signature) {
        Keys keys = CallShapes.keys(signature);
        add(
                signature.name(),
                () -> CallShapes.of(signature, keys),
                "the system call " + signature.name() + "(2)",
                parts -> new CallReader(parts, signature, keys).read(),
                Modifiers.ON,
                Modifiers.AS,
                Modifiers.FAILS,
                signature.name().equals("fcntl") ? Modifiers.RETURNS_FLAGS : Modifiers.RETURNS,
                Modifiers.TOOK,
                Modifiers.WITHOUT,
                Modifiers.BACKGROUND);
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
