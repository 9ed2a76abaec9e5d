package io.packetspec.spec.yaml;

import io.packetspec.packet.Match;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the steps that set or watch a host, and that wait for its calls. */
final class HostSteps {
    private static final String OTHERS = "others";
    static final Shape ZERO = Shape.anyOf(Shape.words(List.of("0")), Shape.integer(0, 0));
    static final Scalar<Boolean> NOTHING = Scalar.of("others: 0, nothing else", HostSteps::zero);
    private static final Scalar<String> COUNTER = Scalar.of("a counter", HostSteps::counter);

    private static final String COUNTERS = "[A-Z][A-Za-z0-9]+";

    private HostSteps() {}

    /** Of the changes of counters; {@code others} needs one beside it. */
    static Shape changes() {
        Shape others = ZERO.described("no other counter of the same groups has changed");
        return Shape.mapOf(COUNTERS + "|" + OTHERS, Shapes.match("number", Shapes.NUMBER, true))
                .and(
                        "properties",
                        Map.of(OTHERS, others.schema()),
                        "dependentSchemas",
                        Map.of(OTHERS, Map.of("minProperties", 2L)));
    }

    static Step await(StepParts parts) {
        String name = parts.argument()
                .literal(Scalar.of("the name of a call in the background", text -> background(text, parts.scope())))
                .orElse("");
        Scope.Background call = parts.scope().background().remove(name);
        if (call != null) {
            call.keep().run();
        }
        return new Step.Await(parts.at(), parts.text(), name, parts.duration("within"));
    }

    private static String background(String name, Scope scope) {
        if (!scope.background().containsKey(name)) {
            throw new IllegalArgumentException(Suggestion.unknown(
                    "call in the background", name, "", scope.background().keySet()));
        }
        return name;
    }

    static Step sysctl(StepParts parts) {
        Map<String, Value<String>> values = new LinkedHashMap<>();
        parts.argument()
                .mapping("a mapping such as {net.ipv4.ip_forward: 1}")
                .ifPresent(mapping -> mapping.keys()
                        .forEach(key -> SysctlReader.check(key, parts.scope())
                                .flatMap(mapping::get)
                                .flatMap(c -> c.value(Scalars.TEXT))
                                .ifPresent(value -> values.put(key.text(), value))));
        return new Step.Sysctl(parts.at(), parts.text(), parts.host(), values);
    }

    static Step counters(StepParts parts) {
        Map<String, Value<Match>> deltas = new LinkedHashMap<>();
        Optional<Mapping> mapping = parts.argument().mapping("a mapping such as {TcpInCsumErrors: +1}");
        mapping.ifPresent(m -> m.keys().stream()
                .filter(key -> !key.text().equals(OTHERS))
                .forEach(key -> delta(key, m).ifPresent(match -> deltas.put(key.text(), match))));
        boolean others = mapping.flatMap(m -> m.get(OTHERS))
                .flatMap(c -> c.literal(NOTHING))
                .orElse(false);
        mapping.filter(m -> m.keys().size() == 1).flatMap(m -> m.get(OTHERS)).ifPresent(HostSteps::refuseAlone);
        return new Step.Counters(parts.at(), parts.text(), parts.host(), deltas, others);
    }

    private static void refuseAlone(Cursor others) {
        others.problem("others: 0 is about the groups of the counters beside it, such as {TcpInSegs: +1, others: 0}:"
                + " alone it says nothing");
    }

    private static Optional<Value<Match>> delta(Text key, Mapping mapping) {
        new Cursor(key, mapping.scope()).literal(COUNTER);
        return mapping.get(key.text()).flatMap(MatchReader.of(Scalars.NUMBER)::read);
    }

    private static String counter(String name) {
        if (!name.matches(COUNTERS)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no counter: they are named as nstat(8) prints them, such as TcpInCsumErrors");
        }
        return name;
    }

    private static boolean zero(String text) {
        if (!text.equals("0")) {
            throw new IllegalArgumentException("expected others: 0, not " + text);
        }
        return true;
    }
}
