package io.packetspec.spec.packetdrill.translation;

import io.packetspec.abi.Constants;
import io.packetspec.packet.Address;
import io.packetspec.packet.Match;
import io.packetspec.packet.Octets;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.Value;
import io.packetspec.spec.packetdrill.Call;
import io.packetspec.spec.packetdrill.Expression;
import io.packetspec.spec.packetdrill.Struct;
import io.packetspec.spec.packetdrill.Text;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a call by the names that specs give them. */
final class CallArguments {
    private static final long MSG_ZEROCOPY = 0x400_0000;
    private static final long MSG_FASTOPEN = 0x2000_0000;
    private static final long FOREVER = Duration.ofDays(1).toNanos();

    private final Call call;
    private final Net net;
    private final Settings settings;
    private final Descriptors descriptors;
    private final Map<String, Object> translated = new LinkedHashMap<>();

    CallArguments(Call call, Net net, Settings settings, Descriptors descriptors) {
        this.call = call;
        this.net = net;
        this.settings = settings;
        this.descriptors = descriptors;
    }

    /** As specs call it. */
    String name() {
        return call.name().equals("epoll_create") ? "epoll_create1" : call.name();
    }

    Map<String, Object> translated() {
        switch (call.name()) {
            case "socket" -> socket();
            case "bind" -> on(3).put("address", endpoint(1, net.local(), settings.bindPort()));
            case "connect" -> on(3).put("to", endpoint(1, net.remote(), settings.connectPort()));
            case "listen" -> on(2).put("backlog", number(1));
            case "accept" -> any(on(3), 1, 2);
            case "accept4" -> any(on(4), 1, 2).put("flags", number(3));
            case "write" -> data(on(3));
            case "send" -> data(on(4)).put("flags", number(3));
            case "sendto" -> sendto();
            case "read" -> received(on(3));
            case "recv" -> received(on(4)).put("flags", number(3));
            case "recvfrom" -> received(any(on(6), 4, 5)).put("flags", number(3));
            case "sendmsg" -> sendmsg();
            case "recvmsg" -> recvmsg();
            case "close", "dup" -> on(1);
            case "shutdown" -> on(2).put("how", number(1));
            case "fcntl" -> fcntl();
            case "setsockopt" -> new OptionArguments(this, on(5)).set();
            case "getsockopt" -> new OptionArguments(this, on(5)).get();
            case "ioctl" -> new OptionArguments(this, on(3)).request();
            case "poll" -> new Waiting(this, descriptors).poll();
            case "epoll_create", "epoll_create1" -> epollCreate();
            case "epoll_ctl" -> new Waiting(this, descriptors).control();
            case "epoll_wait" -> new Waiting(this, descriptors).await();
            default -> throw new Untranslatable(call.at(), "the call " + call.name() + " is not supported");
        }
        return translated;
    }

    Call call() {
        return call;
    }

    Map<String, Object> map() {
        return translated;
    }

    Expression expression(int index) {
        return call.arguments().get(index);
    }

    void count(int count) {
        if (call.arguments().size() != count) {
            throw new Untranslatable(
                    call.at(),
                    call.name() + " has " + count + " arguments, not "
                            + call.arguments().size());
        }
    }

    /** With so many arguments, the first of them a descriptor. */
    private Map<String, Object> on(int count) {
        count(count);
        translated.put("socket", descriptors.of(expression(0)));
        return translated;
    }

    Value<Long> number(int index) {
        Expression expression = expression(index);
        return new Value.Literal<>(expression.at(), Values.number(expression));
    }

    /** Milliseconds as nanoseconds, negative ones for ever. */
    Value<Long> milliseconds(int index) {
        return number(index)
                .map(value -> value < 0 ? FOREVER : Duration.ofMillis(value).toNanos());
    }

    private Map<String, Object> any(Map<String, Object> map, int... indexes) {
        for (int index : indexes) {
            if (!Values.isAny(expression(index))) {
                throw new Untranslatable(expression(index).at(), "expected ..., not " + expression(index));
            }
        }
        return map;
    }

    private void socket() {
        count(3);
        Expression domain = expression(0);
        long family = Values.isAny(domain) ? Constants.value(net.domain()).orElseThrow() : Values.number(domain);
        translated.put("domain", new Value.Literal<>(domain.at(), family));
        translated.put("type", number(1));
        translated.put("protocol", number(2));
    }

    private Value<Object> endpoint(int index, Address address, int port) {
        Expression expression = expression(index);
        if (Values.isAny(expression)) {
            return new Value.Literal<>(expression.at(), new Endpoint(net.ofSockets(address), port));
        }
        if (!(expression instanceof Struct struct) || struct.value("sin_port").isEmpty()) {
            throw new Untranslatable(expression.at(), "expected an address or ..., not " + expression);
        }
        Expression.Port said = (Expression.Port) struct.value("sin_port").orElseThrow();
        Expression.InternetAddress host =
                (Expression.InternetAddress) struct.value("sin_addr").orElseThrow();
        Endpoint endpoint = new Endpoint(Address.parse(host.address()), (int) said.number());
        return new Value.Literal<>(expression.at(), endpoint);
    }

    /** Of an endpoint among the arguments; 0 if there is none. */
    int port(String argument) {
        return translated.get(argument) instanceof Value.Literal<?> literal
                        && literal.value() instanceof Endpoint endpoint
                ? endpoint.port()
                : 0;
    }

    boolean opensFast() {
        return translated.get("flags") instanceof Value.Literal<?> flags
                && flags.value() instanceof Long bits
                && (bits & MSG_FASTOPEN) != 0;
    }

    private void sendto() {
        data(on(6)).put("flags", number(3));
        translated.put("to", endpoint(4, net.remote(), settings.connectPort()));
        any(translated, 5);
    }

    private Map<String, Object> data(Map<String, Object> map) {
        long length = Values.number(expression(2));
        Expression content = expression(1);
        Octets octets;
        if (content instanceof Text text) {
            octets = Octets.of(Arrays.copyOf(Values.octets(text), (int) length));
        } else {
            any(map, 1);
            octets = PacketTranslation.zeros(length);
        }
        map.put("packet", packet(content, octets));
        return map;
    }

    private static PacketTemplate packet(Expression place, Octets octets) {
        return new PacketTemplate(
                place.at(),
                List.of(new Fields(place.at(), Headers.RAW).set("data", octets).layer()));
    }

    private Map<String, Object> received(Map<String, Object> map) {
        Expression content = expression(1);
        if (content instanceof Text text) {
            map.put("packet", packet(content, Octets.of(Values.octets(text))));
        } else {
            any(map, 1);
        }
        map.put("size", number(2));
        return map;
    }

    /** On a connection the address is not looked at; one that opens it needs it. */
    private void sendmsg() {
        MessageArguments message = new MessageArguments(expression(1));
        on(3).put("packet", packet(expression(1), PacketTranslation.zeros(message.size())));
        message.mayNotControl();
        if (message.buffers() > 1 && (Values.number(expression(2)) & MSG_ZEROCOPY) != 0) {
            throw new Untranslatable(expression(1).at(), "MSG_ZEROCOPY of several buffers is not supported");
        }
        translated.put("flags", number(2));
        if (opensFast()) {
            Endpoint remote = new Endpoint(net.ofSockets(net.remote()), settings.connectPort());
            translated.put("to", new Value.Literal<>(expression(1).at(), remote));
        }
    }

    private void recvmsg() {
        Expression place = expression(1);
        MessageArguments message = new MessageArguments(place);
        on(3).put("size", new Value.Literal<>(place.at(), message.size()));
        translated.put("flags", number(2));
        translated.put("msg_flags", new Value.Literal<>(place.at(), Match.exact(message.flags())));
        message.control().ifPresent(match -> translated.put("control", new Value.Literal<>(place.at(), match)));
    }

    private void fcntl() {
        if (call.arguments().size() == 2) {
            on(2).put("cmd", number(1));
        } else {
            on(3).put("cmd", number(1));
            translated.put("arg", number(2));
        }
    }

    private void epollCreate() {
        count(1);
        if (call.name().equals("epoll_create1")) {
            translated.put("flags", number(0));
        }
    }
}
