package io.packetspec.spec.yaml;

import io.packetspec.packet.Match;
import io.packetspec.spec.Ready;
import io.packetspec.spec.Value;
import io.packetspec.spec.Watch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads lists of descriptors with their events: what poll(2) watches, and what epoll_wait(2) must report. */
final class WatchReader {
    private static final List<String> ONE = List.of("socket", "events", "revents");
    private static final Scalar<Long> POLL = Scalars.flags("POLL");
    private static final Scalar<Long> EPOLL = Scalars.flags("EPOLL");

    private WatchReader() {}

    /** {@code fds} stands in place of the arguments for one descriptor. */
    static void expectAlone(Mapping arguments) {
        arguments.keys().stream()
                .filter(key -> ONE.contains(key.text()))
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
        Optional<Mapping> mapping = item.mapping("a descriptor to watch", ONE);
        Optional<Value<Object>> socket = mapping.flatMap(WatchReader::socket);
        Optional<Value<Object>> events = mapping.flatMap(m -> m.need("events", "a descriptor to watch"))
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
        Optional<Mapping> mapping = item.mapping("a descriptor that is reported", List.of("socket", "events"));
        Optional<Value<Object>> socket = mapping.flatMap(WatchReader::socket);
        Optional<Value<Match>> events = mapping.flatMap(m -> m.need("events", "a descriptor that is reported"))
                .flatMap(MatchReader.of(EPOLL)::read);
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
