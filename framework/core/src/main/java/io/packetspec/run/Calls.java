package io.packetspec.run;

import io.packetspec.abi.SocketOption;
import io.packetspec.linux.SocketAddress;
import io.packetspec.linux.Sockets;
import io.packetspec.linux.Sockets.Result;
import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.Family;
import io.packetspec.spec.Step;
import io.packetspec.trace.Trace;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Turns a call step into the system call: all that can be computed before is, on the spec's own thread. */
final class Calls {
    private static final int ROOM = 65_535;
    private static final int BACKLOG = 128;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private final Bench bench;

    Calls(Bench bench) {
        this.bench = bench;
    }

    /** Running it makes the call and nothing else. */
    Callable<CallResult> prepared(Step.Call step, Arguments arguments) {
        Supplier<Result> call = call(step, arguments);
        return () -> {
            long began = Trace.now();
            Result result = call.get();
            return Results.of(step, arguments, result, began, Trace.now());
        };
    }

    private Supplier<Result> call(Step.Call step, Arguments given) {
        String name = step.signature().name();
        if (name.equals("socket")) {
            int domain = given.number("domain", bench.variant().family() == Family.IPV4 ? AF_INET : AF_INET6);
            return () -> Sockets.socket(domain, given.number("type"), given.number("protocol", 0));
        }
        int fd = given.number("socket");
        return switch (name) {
            case "send", "sendto", "write" -> sending(name, fd, step, given);
            case "recv", "recvfrom", "read" -> receiving(name, fd, given);
            case "setsockopt", "getsockopt" -> option(name, fd, given);
            default -> control(name, fd, given);
        };
    }

    private Supplier<Result> sending(String name, int fd, Step.Call step, Arguments given) {
        byte[] data = data(step, given).toArray();
        int flags = given.number("flags", 0);
        return switch (name) {
            case "send" -> () -> Sockets.send(fd, data, flags);
            case "write" -> () -> Sockets.write(fd, data);
            default -> {
                SocketAddress to = address(given, "to");
                yield () -> Sockets.sendto(fd, data, flags, to);
            }
        };
    }

    private static Supplier<Result> receiving(String name, int fd, Arguments given) {
        int size = given.number("size", ROOM);
        int flags = given.number("flags", 0);
        return switch (name) {
            case "recv" -> () -> Sockets.recv(fd, size, flags);
            case "read" -> () -> Sockets.read(fd, size);
            default -> () -> Sockets.recvfrom(fd, size, flags);
        };
    }

    private static Supplier<Result> option(String name, int fd, Arguments given) {
        SocketOption option = (SocketOption) given.get("option");
        int level = given.number("level", option.level());
        if (name.equals("getsockopt")) {
            return () -> Sockets.getsockopt(fd, level, option.number());
        }
        byte[] value = OptionValues.encode(option, given.get("value"));
        return () -> Sockets.setsockopt(fd, level, option.number(), value);
    }

    private static Supplier<Result> control(String name, int fd, Arguments given) {
        return switch (name) {
            case "bind" -> {
                SocketAddress address = address(given, "address");
                yield () -> Sockets.bind(fd, address);
            }
            case "connect" -> {
                SocketAddress to = address(given, "to");
                yield () -> Sockets.connect(fd, to);
            }
            case "listen" -> () -> Sockets.listen(fd, given.number("backlog", BACKLOG));
            case "accept" -> () -> Sockets.accept(fd);
            case "getsockname" -> () -> Sockets.getsockname(fd);
            case "getpeername" -> () -> Sockets.getpeername(fd);
            case "shutdown" -> () -> Sockets.shutdown(fd, given.number("how"));
            case "poll" -> {
                int timeout = (int) TimeUnit.NANOSECONDS.toMillis(given.nanos("timeout", 0));
                yield () -> Sockets.poll(fd, given.number("events"), timeout);
            }
            case "close" -> () -> Sockets.close(fd);
            default -> throw new IllegalStateException("a call without an implementation: " + name);
        };
    }

    private Octets data(Step.Call step, Arguments given) {
        Address to = given.endpoint("to").map(Endpoint::address).orElse(null);
        Datagram datagram = new Datagram(
                bench.network().host(step.host()), to, bench.variant().family());
        try {
            return datagram.encode(given.packet().orElseThrow().in(bench.scope().names()));
        } catch (IllegalArgumentException e) {
            throw new SpecFailure(step.at(), "this packet cannot be sent: " + e.getMessage(), e);
        }
    }

    private static SocketAddress address(Arguments given, String name) {
        Endpoint endpoint = given.endpoint(name)
                .orElseThrow(() -> new IllegalStateException("argument " + name + " is missing and was not reported"));
        return SocketAddress.internet(endpoint.address().octets().toArray(), endpoint.port());
    }
}
