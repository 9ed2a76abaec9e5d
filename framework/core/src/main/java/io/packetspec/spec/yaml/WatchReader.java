package io.packetspec.spec.yaml;

import io.packetspec.packet.Match;
import io.packetspec.spec.Ready;
import io.packetspec.spec.Value;
import io.packetspec.spec.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads lists of descriptors with their events: what poll(2) watches, and what epoll_wait(2) must report. */
final class WatchReader {
    private static final Shape DESCRIPTOR = Shape.anyOf(Shapes.NAME, Shapes.NUMBER);
    private static final Keys WATCHED = Keys.of(
            "a descriptor to watch",
            Key.required("socket", DESCRIPTOR, "the descriptor that an earlier step kept"),
            Key.required("events", Shapes.flags("POLL"), "what to wait for, such as POLLIN"),
            Key.optional("revents", Shapes.match("POLL", Shapes.flags("POLL"), true), "what must be reported"));
    private static final Keys REPORTED = Keys.of(
            "a descriptor that is reported",
            Key.required("socket", DESCRIPTOR, "the descriptor that an earlier step kept"),
            Key.required("events", Shapes.match("EPOLL", Shapes.flags("EPOLL"), true), "what must be reported of it"));
    private static final Scalar<Long> POLL = Scalars.flags("POLL");
    private static final Scalar<Long> EPOLL = Scalars.flags("EPOLL");

    private WatchReader() {}

    static Shape watchesShape() {
        return Shape.listOf(WATCHED.shape(), 0);
    }

    static Shape readyShape() {
        return Shape.listOf(REPORTED.shape(), 0);
    }

    /** {@code fds} alone, or what is said of one descriptor. */
    static List<Object> alone() {
        List<Object> one = WATCHED.names().stream()
                .<Object>map(name -> Map.of("required", List.of(name)))
                .toList();
        return List.of(
                Shape.of("required", List.of("fds"), "not", Map.of("anyOf", one))
                        .schema(),
                Map.of("required", List.of("socket", "events")));
    }

    /** {@code fds} stands in place of the arguments for one descriptor. */
    static void expectAlone(Mapping arguments) {
        arguments.keys().stream()
                .filter(key -> WATCHED.names().contains(key.text()))
                .forEach(key -> arguments
                        .scope()
                        .problem(key.at(), "\"fds\" stands in place of \"" + key.text() + "\": one of the two"));
    }

    static Optional<Value<List<Watch>>> watches(Cursor list) {
        return all(list, "[{socket: a, events: POLLIN}]", WatchReader::watch);
    }

    static Optional<Value<List<Ready>>> ready(Cursor list) {
        return all(list, "[{socket: a, events: EPOLLIN}]", WatchReader::reported);
    }

    private static <T> Optional<Value<List<T>>> all(
            Cursor list, String example, Function<Cursor, Optional<Value<T>>> reader) {
        List<Cursor> items = list.items("a list of descriptors such as " + example);
        List<Value<T>> all =
                items.stream().flatMap(item -> reader.apply(item).stream()).toList();
        return all.size() == items.size() && list.isList() ? Optional.of(Value.all(list.at(), all)) : Optional.empty();
    }

    private static Optional<Value<Watch>> watch(Cursor item) {
        Optional<Mapping> mapping = item.mapping(WATCHED);
        Optional<Value<Object>> socket = mapping.flatMap(WatchReader::socket);
        Optional<Value<Object>> events = mapping.flatMap(m -> m.need("events"))
                .flatMap(c -> c.value(POLL))
                .map(value -> value.map(number -> number));
        Optional<Value<Match>> revents = mapping.flatMap(m -> m.get("revents")).flatMap(MatchReader.of(POLL)::read);
        Value<Object> reported = revents.map(value -> value.<Object>map(match -> match))
                .orElse(new Value.Literal<>(item.at(), new Match.Any()));
        return socket.isEmpty() || events.isEmpty()
                ? Optional.empty()
                : Optional.of(Value.all(item.at(), List.of(socket.get(), events.get(), reported))
                        .map(p -> new Watch(name(item), (Long) p.get(0), (Long) p.get(1), (Match) p.get(2))));
    }

    private static Optional<Value<Ready>> reported(Cursor item) {
        Optional<Mapping> mapping = item.mapping(REPORTED);
        Optional<Value<Object>> socket = mapping.flatMap(WatchReader::socket);
        Optional<Value<Match>> events = mapping.flatMap(m -> m.need("events")).flatMap(MatchReader.of(EPOLL)::read);
        return socket.isEmpty() || events.isEmpty()
                ? Optional.empty()
                : Optional.of(Value.all(
                                item.at(), List.of(socket.get(), events.get().<Object>map(match -> match)))
                        .map(p -> new Ready(name(item), (Long) p.get(0), (Match) p.get(1))));
    }

    private static String name(Cursor item) {
        return item.mapping("")
                .flatMap(mapping -> mapping.raw("socket"))
                .map(Tree::source)
                .orElse("");
    }

    private static Optional<Value<Object>> socket(Mapping mapping) {
        return mapping.need("socket", "a descriptor with events")
                .flatMap(DescriptorReader::read)
                .map(value -> value.map(number -> number));
    }
}
