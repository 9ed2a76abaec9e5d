package io.packetspec.run.call;

import io.packetspec.abi.Form;
import io.packetspec.abi.SocketOption;
import io.packetspec.linux.Messages;
import io.packetspec.linux.SocketAddress;
import io.packetspec.linux.Sockets;
import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import io.packetspec.run.frame.Datagram;
import io.packetspec.run.memory.LayoutCodec;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.time.RunDelay;
import io.packetspec.spec.Family;
import io.packetspec.spec.Step;
import io.packetspec.spec.Topology.Host;
import io.packetspec.trace.Trace;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Turns a call step into the system call: all that can be computed before is, on the spec's own thread. */
public final class Calls {
    private static final int ROOM = 65_535;
    private static final int MSG_ZEROCOPY = 0x400_0000;
    private static final int BACKLOG = 128;
    private static final int OPTION_ROOM = 4096;
    private static final int CONTROL_ROOM = 4096;
    private final Sockets on;
    private final Host host;
    private final Family family;
    private final Map<String, ?> names;

    /**
     * @param on the sockets of the host
     * @param family of the spec's variant
     * @param names that packets are made of
     */
    public Calls(Sockets on, Host host, Family family, Map<String, ?> names) {
        this.on = on;
        this.host = host;
        this.family = family;
        this.names = names;
    }

    /** Running it makes the call and nothing else. */
    public Callable<CallResult> prepared(Step.Call step, Arguments arguments) {
        Supplier<Sockets.Result> call = call(step, arguments);
        Callable<CallResult> timed = () -> {
            long began = Trace.now();
            Sockets.Result result = call.get();
            return Results.of(step, arguments, result, began, Trace.now());
        };
        return step.outcome().took() == null
                ? timed
                : () -> {
                    long before = RunDelay.now();
                    CallResult result = timed.call();
                    return result.delayed(RunDelay.now() - before);
                };
    }

    private Supplier<Sockets.Result> call(Step.Call step, Arguments given) {
        String name = step.signature().name();
        if (name.equals("socket")) {
            int domain = given.number("domain", family == Family.IPV4 ? SocketAddress.AF_INET : SocketAddress.AF_INET6);
            return () -> on.socket(domain, given.number("type"), given.number("protocol", 0));
        }
        if (EventCalls.includes(name, given)) {
            return EventCalls.of(name, on, given);
        } else if (ControlCalls.includes(name)) {
            return ControlCalls.of(name, on, given);
        } else if (TransferCalls.includes(name)) {
            return TransferCalls.of(name, on, given);
        }
        int fd = given.number("socket");
        return switch (name) {
            case "send", "sendto", "sendmsg", "write", "writev" -> sending(name, fd, step, given);
            case "recv", "recvfrom", "recvmsg", "read", "readv" -> receiving(name, fd, given);
            case "setsockopt", "getsockopt" -> option(name, fd, given);
            default -> control(name, fd, given);
        };
    }

    private Supplier<Sockets.Result> sending(String name, int fd, Step.Call step, Arguments given) {
        byte[] data = data(step, given).toArray();
        int flags = given.number("flags", 0);
        if (given.has("buffer")) {
            return BadBuffers.sending(name, fd, data.length, given);
        }
        List<byte[]> buffers = cut(data, given);
        if (name.equals("sendmsg") || (flags & MSG_ZEROCOPY) != 0) {
            byte[] to = given.address("to").orElse(null);
            byte[] control = given.control();
            return () -> Messages.sendmsg(on, fd, to, buffers, control, flags);
        }
        return switch (name) {
            case "send" -> () -> on.send(fd, data, flags);
            case "writev" -> () -> Messages.writev(fd, buffers);
            case "write" -> () -> on.write(fd, data);
            default -> {
                byte[] to = address(given, "to");
                yield () -> on.sendto(fd, data, flags, to);
            }
        };
    }

    private Supplier<Sockets.Result> receiving(String name, int fd, Arguments given) {
        int size = given.number("size", ROOM);
        int flags = given.number("flags", 0);
        if (given.has("buffer")) {
            return BadBuffers.receiving(name, fd, size, flags);
        }
        List<Integer> sizes = given.lengths().orElseGet(() -> List.of(size));
        return switch (name) {
            case "readv" -> () -> Messages.readv(fd, sizes);
            case "recv" -> () -> on.recv(fd, size, flags);
            case "read" -> () -> on.read(fd, size);
            case "recvmsg" -> {
                int control = given.number("control-size", CONTROL_ROOM);
                yield () -> Messages.recvmsg(fd, sizes, control, flags);
            }
            default -> () -> on.recvfrom(fd, size, flags);
        };
    }

    private Supplier<Sockets.Result> option(String name, int fd, Arguments given) {
        SocketOption option = (SocketOption) given.get("option");
        int level = given.number("level", option.level());
        if (name.equals("getsockopt")) {
            return () -> on.getsockopt(fd, level, option.number(), OPTION_ROOM);
        }
        byte[] value = LayoutCodec.encode(option.layout(), given.get("value"));
        if (option.layout() instanceof Form form && form.kind() == Form.Kind.FILTER) {
            return () -> Messages.setFilter(fd, level, option.number(), value);
        }
        return () -> on.setsockopt(fd, level, option.number(), value);
    }

    private Supplier<Sockets.Result> control(String name, int fd, Arguments given) {
        return switch (name) {
            case "bind" -> {
                byte[] address = address(given, "address");
                yield () -> on.bind(fd, address);
            }
            case "connect" -> {
                byte[] to = address(given, "to");
                yield () -> on.connect(fd, to);
            }
            case "listen" -> () -> on.listen(fd, given.number("backlog", BACKLOG));
            case "accept" -> () -> on.accept(fd);
            case "getsockname" -> () -> on.getsockname(fd);
            case "getpeername" -> () -> on.getpeername(fd);
            case "shutdown" -> () -> on.shutdown(fd, given.number("how"));
            case "poll" -> {
                int timeout = given.timeout();
                yield () -> polled(on.poll(List.of(fd), List.of(given.number("events")), timeout));
            }
            case "close" -> () -> on.close(fd);
            default -> throw new IllegalStateException("a call without an implementation: " + name);
        };
    }

    /** The reported events as the octets of a short, which is what the call fills in. */
    private static Sockets.Result polled(Sockets.Polled polled) {
        byte[] revents = ByteBuffer.allocate(Short.BYTES)
                .order(ByteOrder.nativeOrder())
                .putShort(polled.revents().get(0).shortValue())
                .array();
        Sockets.Result result = polled.result();
        return new Sockets.Result(result.value(), result.errno(), revents, result.address());
    }

    /** The octets buffer by buffer; in one, if nothing is said of buffers. */
    private static List<byte[]> cut(byte[] data, Arguments given) {
        if (given.lengths().isEmpty()) {
            return List.of(data);
        }
        List<byte[]> buffers = new ArrayList<>();
        int at = 0;
        for (int length : given.lengths().get()) {
            buffers.add(Arrays.copyOfRange(data, at, at + length));
            at += length;
        }
        return buffers;
    }

    private Octets data(Step.Call step, Arguments given) {
        Address to = given.host("to").orElse(null);
        Datagram datagram = new Datagram(host, to, family);
        try {
            return datagram.encode(given.packet().orElseThrow().in(names));
        } catch (IllegalArgumentException e) {
            throw new SpecFailure(step.at(), "this packet cannot be sent: " + e.getMessage(), e);
        }
    }

    private static byte[] address(Arguments given, String name) {
        return given.address(name)
                .orElseThrow(() -> new IllegalStateException("argument " + name + " is missing and was not reported"));
    }
}
