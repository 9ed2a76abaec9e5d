package io.packetspec.run.call;

import io.packetspec.linux.Epoll;
import io.packetspec.spec.FlagMatch;
import io.packetspec.spec.Ready;
import io.packetspec.spec.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the events that a call reported against those that its step expects. */
final class EventCheck {
    private EventCheck() {}

    /** What is wrong about what poll reported, descriptor by descriptor; empty if nothing is. */
    static Optional<String> polled(List<Watch> expected, List<Epoll.Event> actual) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            Watch watch = expected.get(i);
            long revents = actual.get(i).events();
            if (!watch.revents().matches(revents)) {
                wrong.add("\n  fds[" + i + "], " + watch.name() + ": expected "
                        + FlagMatch.text("POLL", watch.revents()) + ", actual " + FlagMatch.value("POLL", revents));
            }
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of("revents differ" + String.join("", wrong));
    }

    /** The same for epoll_wait: every descriptor that is reported is expected, and the other way round. */
    static Optional<String> waited(List<Ready> expected, List<Epoll.Event> actual) {
        boolean same = expected.size() == actual.size()
                && expected.stream().allMatch(ready -> actual.stream().anyMatch(event -> fits(ready, event)));
        return same
                ? Optional.empty()
                : Optional.of("events differ\n  expected " + expected + "\n  actual   " + told(expected, actual));
    }

    private static boolean fits(Ready ready, Epoll.Event event) {
        return ready.data() == event.data() && ready.events().matches(event.events());
    }

    private static String told(List<Ready> expected, List<Epoll.Event> actual) {
        return actual.stream()
                .map(event -> "{socket: " + name(expected, event.data()) + ", events: "
                        + FlagMatch.value("EPOLL", event.events()) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The same of the event that is reported first, where nothing is said of the others. */
    static Optional<String> first(Ready expected, List<Epoll.Event> actual) {
        return actual.isEmpty() || fits(expected, actual.get(0))
                ? Optional.empty()
                : waited(List.of(expected), actual.subList(0, 1));
    }

    /** As the step calls it; a descriptor that the step does not speak of has its number only. */
    private static String name(List<Ready> expected, long data) {
        return expected.stream()
                .filter(ready -> ready.data() == data)
                .findFirst()
                .map(Ready::name)
                .orElse(Long.toString(data));
    }
}
