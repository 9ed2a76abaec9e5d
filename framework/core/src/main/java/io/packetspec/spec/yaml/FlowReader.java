package io.packetspec.spec.yaml;

import io.packetspec.spec.Endpoint;
import io.packetspec.spec.Flow;
import io.packetspec.spec.Kept;
import java.util.Optional;

/** Reads the TCP connections that a spec declares. */
final class FlowReader {
    private static final Keys KEYS = Keys.of(
            "a flow",
            Key.required("from", EndpointReader.written(), "the end that opens the connection, as host:port"),
            Key.required("to", EndpointReader.written(), "the end that is connected to, as host:port"),
            Key.optional("isn", Shapes.number(0, 0xffff_ffffL), "initial sequence number on the wire's side; 1000"));
    private static final long ISN = 1000;
    private static final Scalar<String> NAME = Scalar.of("the name of a flow", text -> text);
    private static final Scalar<Long> NUMBER = Scalar.of("a sequence number", FlowReader::sequenceNumber);
    private final Mapping flow;
    private final Scope scope;

    private FlowReader(Mapping flow) {
        this.flow = flow;
        this.scope = flow.scope();
    }

    static Shape shape() {
        return Shape.mapOf(Scalars.WORD.pattern(), KEYS.shape());
    }

    static void read(Cursor flows) {
        flows.mapping("flows by their names, {c: {from: \"peer:4000\", to: \"dut:80\"}}")
                .ifPresent(mapping -> {
                    for (Tree.Text key : mapping.keys()) {
                        Cursor name = mapping.scope().cursor(key);
                        NameReader.free(name, mapping.scope()).ifPresent(n -> read(n, mapping));
                    }
                });
    }

    private static void read(String name, Mapping flows) {
        Scope scope = flows.scope();
        Cursor value = flows.get(name).orElseThrow();
        Optional<Flow> flow = value.mapping(KEYS).flatMap(mapping -> new FlowReader(mapping).flow(name, value));
        Optional<Kept> kept = flow.map(f -> Kept.FLOW);
        flow.ifPresent(f -> scope.flows().put(name, f));
        scope.names().keep(name, new Names.Keeping(flows.keyAt(name).orElse(value.at()), kept));
    }

    /** A declared flow by its name; one that could not be read is no further problem. */
    static Optional<Flow> named(Cursor name) {
        Scope scope = name.scope();
        return name.literal(NAME).flatMap(text -> {
            boolean known = scope.flows().containsKey(text)
                    || scope.names().isIncomplete()
                    || scope.names().kept(text).filter(k -> k.kept().isEmpty()).isPresent();
            if (!known) {
                name.problem(unknown(text, scope));
            }
            return Optional.ofNullable(scope.flows().get(text));
        });
    }

    private static String unknown(String name, Scope scope) {
        return scope.flows().isEmpty()
                ? "there is no flow \"" + name + "\": the spec declares none, flows: {" + name
                        + ": {from: \"peer:4000\", to: \"dut:80\"}}"
                : Suggestion.unknown("flow", name, "", scope.flows().keySet());
    }

    private Optional<Flow> flow(String name, Cursor value) {
        Optional<FlowEnd> from = flow.need("from").flatMap(c -> FlowEnd.read(c, true));
        Optional<FlowEnd> to = flow.need("to").flatMap(c -> FlowEnd.read(c, false));
        long isn = flow.get("isn").flatMap(c -> c.literal(NUMBER)).orElse(ISN);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        boolean opensFromHost = from.get().wire().isEmpty();
        if (opensFromHost == to.get().wire().isEmpty()) {
            value.problem("a flow goes between a wire and a host: "
                    + (opensFromHost ? "both ends are a host's" : "both ends are on a wire"));
            return Optional.empty();
        }
        FlowEnd far = opensFromHost ? to.get() : from.get();
        Endpoint host = (opensFromHost ? from : to).get().endpoint();
        return Optional.of(
                new Flow(value.at(), name, far.wire().orElseThrow(), far.endpoint(), host, opensFromHost, isn));
    }

    private static long sequenceNumber(String text) {
        long number = Numbers.parse(text);
        if (number < 0 || number > 0xffff_ffffL) {
            throw new IllegalArgumentException("expected a sequence number from 0 to 4294967295, not " + text);
        }
        return number;
    }
}
