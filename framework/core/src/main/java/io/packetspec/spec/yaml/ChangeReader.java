package io.packetspec.spec.yaml;

import io.packetspec.abi.Errno;
import io.packetspec.spec.HostChange;
import io.packetspec.spec.HostChange.Operation;
import io.packetspec.spec.Step;
import io.packetspec.spec.TableEntry;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the steps that change a host in mid-run. */
final class ChangeReader {
    private static final Scalar<Boolean> STATE = Scalar.of("up or down", ChangeReader::isUp);
    private static final Scalar<Integer> MTU = Words.number("an MTU", 68, 0xffff);
    private static final List<String> UP_OR_DOWN = List.of("up", "down");
    private static final Shape STATE_SHAPE = Shape.words(UP_OR_DOWN);
    private static final Keys LINK = Keys.of(
            "a link",
            Key.optional("state", STATE_SHAPE, "up or down"),
            Key.optional("mtu", Shapes.number(68, 0xffff), "the MTU that it gets"));
    static final Keys ROUTE = operations("route", TableKeys.ROUTE_SHAPE, TableKeys.ROUTE.shape());
    static final Keys RULE = operations("rule", TableKeys.RULE_SHAPE, TableKeys.RULE.shape());
    static final Keys NEIGHBOUR =
            operations("neighbour", TableKeys.NEIGHBOUR.shape(), TableKeys.NEIGHBOUR_REMOVED.shape());
    static final Keys ADDRESS = operations("address", TableKeys.ADDRESS.shape(), TableKeys.ADDRESS.shape());
    /** How an entry is read, and whether it is one that is to go. */
    private interface EntryReader {
        Optional<TableEntry> read(TableReader tables, Cursor item, boolean removed);
    }

    private final StepParts parts;
    private final String host;

    private ChangeReader(StepParts parts) {
        this.parts = parts;
        this.host = parts.host();
    }

    /** @param removed what says which entry is to go */
    private static Keys operations(String verb, Shape entry, Shape removed) {
        return Keys.of(
                verb,
                Key.optional(name(Operation.ADD), entry, "an entry that must not be there yet"),
                Key.optional(name(Operation.REPLACE), entry, "an entry in the place of one like it, or a new one"),
                Key.optional(name(Operation.DEL), removed, "which entry goes"));
    }

    private static String name(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    static Shape operation(Keys keys) {
        return keys.shape().and("minProperties", 1L, "maxProperties", 1L);
    }

    /** Of the interfaces that a step changes. */
    static Shape links() {
        return Shape.mapOf(InterfaceReader.NAME.pattern(), Shape.anyOf(STATE_SHAPE, LINK.shape()));
    }

    static Step nft(StepParts parts) {
        ChangeReader reader = new ChangeReader(parts);
        Value<String> nothing = new Value.Literal<>(parts.at(), "");
        return reader.step(new HostChange.Ruleset(parts.argument()
                .value(Scalar.of("an nftables ruleset", text -> text))
                .orElse(nothing)));
    }

    static Step route(StepParts parts) {
        return new ChangeReader(parts).entry(ROUTE, TableReader::route);
    }

    static Step rule(StepParts parts) {
        return new ChangeReader(parts).entry(RULE, (tables, item, removed) -> tables.rule(item, removed, 0));
    }

    static Step neighbour(StepParts parts) {
        return new ChangeReader(parts).entry(NEIGHBOUR, TableReader::neighbour);
    }

    static Step address(StepParts parts) {
        return new ChangeReader(parts).entry(ADDRESS, (tables, item, removed) -> tables.address(item));
    }

    static Step link(StepParts parts) {
        return new ChangeReader(parts).link();
    }

    private Step step(HostChange change) {
        Value<Errno> fails =
                parts.modifier("fails").flatMap(c -> c.value(Scalars.ERRNO)).orElse(null);
        return new Step.Change(parts.at(), parts.text(), host, change, fails);
    }

    private Step entry(Keys keys, EntryReader reader) {
        Optional<HostChange> change = parts.argument()
                .mapping(keys)
                .flatMap(mapping -> one(keys, mapping).flatMap(key -> entry(key, mapping, reader)));
        return step(change.orElse(new HostChange.Links(List.of())));
    }

    private Optional<Text> one(Keys keys, Mapping mapping) {
        if (mapping.keys().size() != 1) {
            parts.scope().problem(parts.at(), "expected one of " + String.join(", ", keys.names()));
        }
        return mapping.keys().stream()
                .filter(key -> keys.names().contains(key.text()))
                .findFirst();
    }

    private Optional<HostChange> entry(Text key, Mapping mapping, EntryReader reader) {
        Operation operation = Operation.valueOf(key.text().toUpperCase(Locale.ROOT));
        TableReader tables = new TableReader(host, parts.scope().lab(), parts.scope());
        return reader.read(tables, mapping.get(key.text()).orElseThrow(), operation == Operation.DEL)
                .map(entry -> new HostChange.Entry(operation, entry));
    }

    private Step link() {
        List<HostChange.Link> links = parts.argument().mapping("a mapping such as {eth0: down}").stream()
                .flatMap(mapping -> mapping.keys().stream()
                        .filter(this::isInterface)
                        .flatMap(key -> mapping.get(key.text()).map(value -> link(key, value)).stream()))
                .toList();
        return step(new HostChange.Links(links));
    }

    private boolean isInterface(Text name) {
        List<String> known = Optional.ofNullable(parts.scope().lab().hosts().get(host)).stream()
                .flatMap(found -> found.interfaces().stream())
                .map(face -> face.name())
                .toList();
        if (!known.contains(name.text()) && !parts.scope().names().isIncomplete()) {
            parts.scope().problem(name.at(), Suggestion.unknown("interface", name.text(), " of " + host, known));
        }
        return known.contains(name.text());
    }

    private static HostChange.Link link(Text name, Cursor value) {
        if (!value.isMapping()) {
            return new HostChange.Link(name.text(), value.literal(STATE).orElse(null), null);
        }
        Optional<Mapping> mapping = value.mapping(LINK);
        return new HostChange.Link(
                name.text(), read(mapping, "state", c -> c.literal(STATE)), read(mapping, "mtu", c -> c.literal(MTU)));
    }

    private static <T> @Nullable T read(Optional<Mapping> mapping, String key, Function<Cursor, Optional<T>> reader) {
        return mapping.flatMap(m -> m.get(key)).flatMap(reader).orElse(null);
    }

    private static boolean isUp(String text) {
        if (!UP_OR_DOWN.contains(text)) {
            throw new IllegalArgumentException("expected up or down, not \"" + text + "\"");
        }
        return text.equals("up");
    }
}
