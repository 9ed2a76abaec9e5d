package io.packetspec.run.call;

import io.packetspec.linux.Epoll;
import io.packetspec.linux.Sockets;
import io.packetspec.linux.Sockets.Result;
import io.packetspec.spec.Watch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The calls that wait for several descriptors: epoll(7), and poll(2) with a list. */
final class EventCalls {
    private static final Set<String> NAMES = Set.of("epoll_create", "epoll_create1", "epoll_ctl", "epoll_wait");
    private static final int MOST = 64;
    private static final int EVENT = 2 * Long.BYTES;

    private EventCalls() {}

    static boolean includes(String name, Arguments given) {
        return NAMES.contains(name) || given.has("fds");
    }

    static Supplier<Result> of(String name, Sockets on, Arguments given) {
        Epoll epoll = new Epoll(on);
        int timeout = given.timeout();
        return switch (name) {
            case "epoll_create" -> () -> epoll.createSized(given.number("size"));
            case "epoll_create1" -> () -> epoll.create(given.number("flags", 0));
            case "epoll_ctl" -> {
                int descriptor = given.number("socket");
                int events = given.number("events", 0);
                long data = given.has("data") ? (Long) given.get("data") : descriptor;
                yield () -> epoll.control(given.number("epoll"), given.number("op"), descriptor, events, data);
            }
            case "epoll_wait" -> {
                int most = given.number("maxevents", MOST);
                yield () -> waited(epoll.await(given.number("epoll"), most, timeout));
            }
            default -> () -> polled(on, given.watches(), timeout);
        };
    }

    private static Result waited(Epoll.Waited waited) {
        return with(waited.result(), waited.events());
    }

    private static Result polled(Sockets on, List<Watch> watches, int timeout) {
        List<Integer> sockets = watches.stream().map(w -> (int) w.socket()).toList();
        List<Integer> events = watches.stream().map(w -> (int) w.events()).toList();
        Sockets.Polled polled = on.poll(sockets, events, timeout);
        List<Epoll.Event> reported = new ArrayList<>();
        for (int i = 0; i < sockets.size(); i++) {
            reported.add(new Epoll.Event(sockets.get(i), polled.revents().get(i)));
        }
        return with(polled.result(), reported);
    }

    private static Result with(Result result, List<Epoll.Event> events) {
        ByteBuffer octets = ByteBuffer.allocate(events.size() * EVENT);
        events.forEach(event -> octets.putLong(event.data()).putLong(event.events()));
        return new Result(result.value(), result.errno(), octets.array(), result.address());
    }

    /** What the data of such a call's result says: of poll each descriptor in its order, of epoll those reported. */
    static List<Epoll.Event> reported(byte[] data) {
        List<Epoll.Event> events = new ArrayList<>();
        ByteBuffer octets = ByteBuffer.wrap(data);
        while (octets.hasRemaining()) {
            events.add(new Epoll.Event(octets.getLong(), octets.getLong()));
        }
        return events;
    }
}
