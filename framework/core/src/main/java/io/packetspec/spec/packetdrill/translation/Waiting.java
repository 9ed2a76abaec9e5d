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
        Expression count = arguments.expression(1);
        if (Values.number(count) != Values.elements(arguments.expression(0)).size()) {
            throw new Untranslatable(count.at(), "poll is given another number of descriptors than " + count);
        }
        List<Value<Watch>> watches = new ArrayList<>();
        for (Expression element : Values.elements(arguments.expression(0))) {
            Struct watch = struct(element);
            long events = number(watch, "events");
            Match revents = watch.value("revents")
                    .filter(value -> !Values.isAny(value))
                    .<Match>map(value -> Match.exact(Values.number(value)))
                    .orElse(new Match.Any());
            Expression fd = watch.value("fd").orElseThrow();
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
        map.put("epoll", arguments.descriptor(0));
        map.put("op", arguments.number(1));
        map.put("socket", descriptors.of(socket));
        Expression event = arguments.expression(3);
        if (!Values.isAny(event)) {
            Struct struct = struct(event);
            map.put("events", literal(struct, "events"));
            map.put("data", told(struct, socket));
        }
    }

    /** A descriptor that is told must be that which it is about. */
    private Value<Long> told(Struct event, Expression socket) {
        Optional<Expression> fd = event.value("fd");
        fd.filter(number -> Values.number(number) != Values.number(socket)).ifPresent(number -> {
            throw new Untranslatable(number.at(), "the event is about " + socket + ", not " + number);
        });
        return data(event);
    }

    private static Value<Long> literal(Struct struct, String name) {
        return new Value.Literal<>(struct.at(), number(struct, name));
    }

    private static long number(Struct struct, String name) {
        return struct.value(name).map(Values::number).orElse(0L);
    }

    /** Of several events only the first is looked at. */
    void await() {
        arguments.count(4);
        Map<String, Object> map = arguments.map();
        map.put("epoll", arguments.descriptor(0));
        map.put("maxevents", arguments.number(2));
        map.put("timeout", arguments.milliseconds(3));
        Expression event = arguments.expression(1);
        Expression result = arguments.call().result();
        long ready = Values.isAny(event) || Values.isAny(result) ? -1 : Values.number(result);
        if (ready == 0) {
            map.put("events", none(struct(event)));
        } else if (ready == 1) {
            map.put("events", Value.all(event.at(), List.of(ready(struct(event)))));
        } else if (ready > 1) {
            map.put("first", ready(struct(event)));
        }
    }

    private static Value<List<Ready>> none(Struct event) {
        if (number(event, "events") != 0) {
            throw new Untranslatable(event.at(), "no event is reported, so its events are 0");
        }
        return new Value.Literal<>(event.at(), List.of());
    }

    private Value<Ready> ready(Struct event) {
        String name = event.members().get(1).value().toString();
        Match events = Match.exact(number(event, "events"));
        return data(event).map(live -> new Ready(name, live, events));
    }

    /** What a program has the kernel report: a descriptor, or what is as good as a number. */
    private Value<Long> data(Struct event) {
        Struct.Member data = event.members().get(1);
        return data.name().equals("fd")
                ? descriptors.of(data.value())
                : new Value.Literal<>(data.at(), Values.number(data.value()));
    }

    private static Struct struct(Expression expression) {
        Expression inner = expression instanceof Expression.Array ? Values.pointee(expression) : expression;
        if (inner instanceof Struct struct) {
            return struct;
        }
        throw new Untranslatable(expression.at(), "expected a struct in { }, not " + expression);
    }
}
