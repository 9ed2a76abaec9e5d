package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Match;
import io.packetspec.spec.Ready;
import io.packetspec.spec.Value;
import io.packetspec.spec.Watch;
import io.packetspec.spec.packetdrill.Expression;
import io.packetspec.spec.packetdrill.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of calls that wait for several descriptors. */
final class Waiting {
    private final CallArguments arguments;
    private final Descriptors descriptors;

    Waiting(CallArguments arguments, Descriptors descriptors) {
        this.arguments = arguments;
        this.descriptors = descriptors;
    }

    void poll() {
        arguments.count(3);
        List<Value<Watch>> watches = new ArrayList<>();
        for (Expression element : Values.elements(arguments.expression(0))) {
            Struct watch = struct(element);
            long events = member(watch, "events").map(Values::number).orElse(0L);
            Match revents = member(watch, "revents")
                    .filter(value -> !Values.isAny(value))
                    .<Match>map(value -> Match.exact(Values.number(value)))
                    .orElse(new Match.Any());
            Expression fd = member(watch, "fd").orElseThrow();
            watches.add(descriptors.of(fd).map(live -> new Watch(fd.toString(), live, events, revents)));
        }
        Map<String, Object> map = arguments.map();
        map.put("fds", Value.all(arguments.call().at(), watches));
        map.put("timeout", arguments.milliseconds(2));
    }

    void control() {
        arguments.count(4);
        Map<String, Object> map = arguments.map();
        Expression socket = arguments.expression(2);
        map.put("epoll", descriptors.of(arguments.expression(0)));
        map.put("op", arguments.number(1));
        map.put("socket", descriptors.of(socket));
        Expression event = arguments.expression(3);
        if (!Values.isAny(event)) {
            Struct struct = struct(event);
            descriptor(struct, socket);
            map.put(
                    "events",
                    new Value.Literal<>(
                            event.at(),
                            member(struct, "events").map(Values::number).orElse(0L)));
        }
    }

    void await() {
        arguments.count(4);
        Map<String, Object> map = arguments.map();
        map.put("epoll", descriptors.of(arguments.expression(0)));
        map.put("maxevents", arguments.number(2));
        map.put("timeout", arguments.milliseconds(3));
        Expression event = arguments.expression(1);
        long ready = Values.isAny(arguments.call().result())
                ? -1
                : Values.number(arguments.call().result());
        if (ready == 0) {
            map.put("events", new Value.Literal<>(event.at(), List.<Ready>of()));
        } else if (ready == 1 && !Values.isAny(event)) {
            map.put("events", Value.all(event.at(), List.of(ready(struct(event)))));
        } else if (ready > 0) {
            throw new Untranslatable(event.at(), "epoll_wait that reports several events is not supported");
        }
    }

    private Value<Ready> ready(Struct event) {
        Expression fd = member(event, "fd")
                .orElseThrow(() -> new Untranslatable(event.at(), "only events with fd are supported"));
        Match events = Match.exact(member(event, "events").map(Values::number).orElse(0L));
        return descriptors.of(fd).map(live -> new Ready(fd.toString(), live, events));
    }

    /** Specs always have the kernel report the descriptor itself. */
    private static void descriptor(Struct event, Expression socket) {
        Expression fd = member(event, "fd")
                .orElseThrow(() -> new Untranslatable(event.at(), "only events with fd are supported"));
        if (Values.number(fd) != Values.number(socket)) {
            throw new Untranslatable(fd.at(), "an event with another fd than that it is about is not supported");
        }
    }

    private static Struct struct(Expression expression) {
        Expression inner = expression instanceof Expression.Array ? Values.pointee(expression) : expression;
        if (inner instanceof Struct struct) {
            return struct;
        }
        throw new Untranslatable(expression.at(), "expected a struct in { }, not " + expression);
    }

    private static Optional<Expression> member(Struct struct, String name) {
        return struct.value(name);
    }
}
