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
        add("inject", Shapes.SENT, "puts a frame on a wire", WireSteps::inject, Modifiers.FROM, Modifiers.AS);
        add(
                "expect",
                Shape.anyOf(Shapes.EXPECTED, AnyOrderReader.KEYS.shape()),
                "the next frame on a wire must match this packet",
                WireSteps::expect,
                Modifiers.AT,
                Modifiers.DUE,
                Modifiers.AFTER,
                Modifiers.COUNT,
                Modifiers.AS_EACH);
        add(
                "silence",
                Shape.anyOf(Shape.NOTHING, Shapes.TIME),
                "no further frame comes: proved, or for a time",
                WireSteps::silence,
                Modifiers.ALLOW);
        Signatures.all().forEach(Verbs::addCall);
        add("await", Shapes.NAME, "collects a call in the background", HostSteps::await, Modifiers.WITHIN);
        add("sysctl", SysctlReader.shape(), "sets sysctls", HostSteps::sysctl, Modifiers.ON);
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
                "counters",
                HostSteps.changes(),
                "how SNMP counters have changed since the spec began",
                HostSteps::counters,
                Modifiers.ON);
        add("check", Shape.TEXT, "a condition that must hold; names stand without ${…}", FlowSteps::check);
        add("wait", Shapes.TIME, "passes time", FlowSteps::pause);
        add(
                "eventually",
                Shapes.STEPS,
                "repeats its steps until all of them hold",
                FlowSteps::eventually,
                Modifiers.WITHIN);
        add("repeat", RepeatReader.KEYS.shape(), "runs its steps so many times", RepeatReader::read);
        MODIFIERS = ALL.values().stream().flatMap(v -> v.modifiers().stream()).collect(Collectors.toSet());
    }

    private Verbs() {}

    private static void add(
            String name, Shape argument, String meaning, Function<StepParts, Step> reader, Key... modifiers) {
        add(name, () -> argument, meaning, reader, modifiers);
    }

    private static void add(
            String name, Supplier<Shape> argument, String meaning, Function<StepParts, Step> reader, Key... modifiers) {
        ALL.put(name, new Verb(new Key(name, meaning, true, argument), List.of(modifiers), reader));
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
                Modifiers.RETURNS,
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
