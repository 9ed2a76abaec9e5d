package io.packetspec.spec.packetdrill.translation;

import io.packetspec.abi.Constants;
import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.Value;
import io.packetspec.spec.packetdrill.Call;
import io.packetspec.spec.packetdrill.Expression;
import io.packetspec.spec.packetdrill.Struct;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a call by the names that specs give them. */
final class CallArguments {
    private static final long FOREVER = Duration.ofDays(1).toNanos();
    private static final int SOCKADDR = 16;

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

    Map<String, Object> translated() {
        BufferArguments buffers = new BufferArguments(this, settings);
        TransferArguments transfers = new TransferArguments(this);
        switch (call.name()) {
            case "socket" -> socket();
            case "bind" -> on(3).put("address", endpoint(1, net.local(), settings.bindPort()));
            case "connect" -> on(3).put("to", destination(1));
            case "listen" -> on(2).put("backlog", number(1));
            case "accept" -> any(on(3), 1, 2);
            case "accept4" -> any(on(4), 1, 2).put("flags", number(3));
            case "write" -> buffers.sent(on(3));
            case "writev" -> buffers.sentInVectors(on(3));
            case "send" -> buffers.sent(on(4)).put("flags", number(3));
            case "sendto" -> buffers.sentTo(on(6));
            case "read" -> buffers.received(on(3));
            case "readv" -> buffers.receivedInVectors(on(3));
            case "recv" -> buffers.received(on(4)).put("flags", number(3));
            case "recvfrom" -> buffers.received(any(on(6), 4, 5)).put("flags", number(3));
            case "sendmsg" -> buffers.message(on(3), connected());
            case "recvmsg" -> buffers.receivedMessage(on(3));
            case "close", "dup" -> on(1);
            case "shutdown" -> on(2).put("how", number(1));
            case "fcntl" -> fcntl();
            case "setsockopt" -> new OptionArguments(this, on(5)).set();
            case "getsockopt" -> new OptionArguments(this, on(5)).get();
            case "ioctl" -> new OptionArguments(this, on(3)).request();
            case "poll" -> new Waiting(this, descriptors).poll();
            case "epoll_create" -> sized().put("size", number(0));
            case "epoll_create1" -> sized().put("flags", number(0));
            case "epoll_ctl" -> new Waiting(this, descriptors).control();
            case "epoll_wait" -> new Waiting(this, descriptors).await();
            case "open" -> transfers.open();
            case "pipe" -> transfers.pipe();
            case "sendfile" -> transfers.sendfile(on(4));
            case "splice" -> transfers.splice(on(6));
            case "cap_set" -> transfers.capability();
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
        translated.put("socket", descriptor(0));
        return translated;
    }

    private Map<String, Object> sized() {
        count(1);
        return translated;
    }

    Value<Long> descriptor(int index) {
        return descriptors.of(expression(index));
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

    Map<String, Object> any(Map<String, Object> map, int... indexes) {
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

    /** {@code ...}, an address, or a family in place of one: AF_UNSPEC undoes a connection. */
    Value<Object> destination(int index) {
        Expression expression = expression(index);
        if (Values.isAny(expression) || expression instanceof Struct) {
            return endpoint(index, net.remote(), settings.connectPort());
        }
        short family = (short) Values.number(expression);
        byte[] address = ByteBuffer.allocate(SOCKADDR)
                .order(ByteOrder.nativeOrder())
                .putShort(family)
                .array();
        return new Value.Literal<>(expression.at(), Octets.of(address));
    }

    /** Whether a destination is none. */
    boolean disconnects(int index) {
        Expression expression = expression(index);
        return !Values.isAny(expression) && !(expression instanceof Struct) && Values.number(expression) == 0;
    }

    private Value<Object> connected() {
        return new Value.Literal<>(call.at(), new Endpoint(net.ofSockets(net.remote()), settings.connectPort()));
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

    private void fcntl() {
        if (call.arguments().size() == 2) {
            on(2).put("cmd", number(1));
        } else {
            on(3).put("cmd", number(1));
            translated.put("arg", number(2));
        }
    }

    /** Of a call about messages. */
    List<Long> lengths(int index) {
        return MessageArguments.lengths(expression(index));
    }
}
