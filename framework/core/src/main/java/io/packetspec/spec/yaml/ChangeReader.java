package io.packetspec.spec.yaml;

import io.packetspec.abi.Errno;
import io.packetspec.spec.HostChange;
import io.packetspec.spec.HostChange.Operation;
import io.packetspec.spec.Step;
import io.packetspec.spec.TableEntry;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the steps that change a host in mid-run. */
final class ChangeReader {
    private static final Scalar<Boolean> STATE = Scalar.of("up or down", ChangeReader::isUp);
    private static final Scalar<Integer> MTU = Words.number("an MTU", 68, 0xffff);
    private static final List<String> OPERATIONS = Arrays.stream(Operation.values())
            .map(operation -> operation.name().toLowerCase(Locale.ROOT))
            .toList();

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

    static Step nft(StepParts parts) {
        ChangeReader reader = new ChangeReader(parts);
        Value<String> nothing = new Value.Literal<>(parts.at(), "");
        return reader.step(new HostChange.Ruleset(parts.argument()
                .value(Scalar.of("an nftables ruleset", text -> text))
                .orElse(nothing)));
    }

    static Step route(StepParts parts) {
        return new ChangeReader(parts).entry(TableReader::route);
    }

    static Step rule(StepParts parts) {
        return new ChangeReader(parts).entry((tables, item, removed) -> tables.rule(item, removed, 0));
    }

    static Step neighbour(StepParts parts) {
        return new ChangeReader(parts).entry(TableReader::neighbour);
    }

    static Step address(StepParts parts) {
        return new ChangeReader(parts).entry((tables, item, removed) -> tables.address(item));
    }

    static Step link(StepParts parts) {
        return new ChangeReader(parts).link();
    }

    private Step step(HostChange change) {
        Value<Errno> fails =
                parts.modifier("fails").flatMap(c -> c.value(Scalars.ERRNO)).orElse(null);
        return new Step.Change(parts.at(), parts.text(), host, change, fails);
    }

    private Step entry(EntryReader reader) {
        Optional<HostChange> change = parts.argument()
                .mapping(parts.verb(), OPERATIONS)
                .flatMap(mapping -> one(mapping).flatMap(key -> entry(key, mapping, reader)));
        return step(change.orElse(new HostChange.Links(List.of())));
    }

    private Optional<Text> one(Mapping mapping) {
        if (mapping.keys().size() != 1) {
            parts.scope().problem(parts.at(), "expected one of " + String.join(", ", OPERATIONS));
        }
        return mapping.keys().stream()
                .filter(key -> OPERATIONS.contains(key.text()))
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
        Optional<Mapping> mapping = value.mapping("a link", List.of("state", "mtu"));
        return new HostChange.Link(
                name.text(), read(mapping, "state", c -> c.literal(STATE)), read(mapping, "mtu", c -> c.literal(MTU)));
    }

    private static <T> @Nullable T read(Optional<Mapping> mapping, String key, Function<Cursor, Optional<T>> reader) {
        return mapping.flatMap(m -> m.get(key)).flatMap(reader).orElse(null);
    }

    private static boolean isUp(String text) {
        if (!List.of("up", "down").contains(text)) {
            throw new IllegalArgumentException("expected up or down, not \"" + text + "\"");
        }
        return text.equals("up");
    }
}
