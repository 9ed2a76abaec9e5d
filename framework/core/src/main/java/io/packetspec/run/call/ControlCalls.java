package io.packetspec.run.call;

import io.packetspec.abi.IoctlRequest;
import io.packetspec.linux.Descriptors;
import io.packetspec.linux.Sockets;
import io.packetspec.linux.Sockets.Result;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;

/** The calls that look after descriptors: ioctl(2), fcntl(2), dup(2), accept4(2). */
final class ControlCalls {
    private static final Set<String> NAMES = Set.of("accept4", "dup", "fcntl", "ioctl");
    /** {@code struct ifreq}: a name, then a union. */
    private static final int IFREQ = 40;

    private static final int IFNAMSIZ = 16;
    private static final int TIMESPEC = 16;
    private static final long SECOND = 1_000_000_000;

    private ControlCalls() {}

    static boolean includes(String name) {
        return NAMES.contains(name);
    }

    static Supplier<Result> of(String name, Sockets on, Arguments given) {
        Descriptors descriptors = new Descriptors(on);
        int fd = given.number("socket");
        return switch (name) {
            case "accept4" -> () -> descriptors.accept4(fd, given.number("flags"));
            case "dup" -> () -> descriptors.dup(fd);
            case "fcntl" -> () -> descriptors.fcntl(fd, given.number("cmd"), given.number("arg", 0));
            default -> {
                IoctlRequest request = (IoctlRequest) given.get("request");
                byte[] argument = argument(request, given);
                yield () -> descriptors.ioctl(fd, request.number(), argument);
            }
        };
    }

    private static byte[] argument(IoctlRequest request, Arguments given) {
        return switch (request.type()) {
            case INT -> new byte[Integer.BYTES];
            case SET_INT ->
                buffer(new byte[Integer.BYTES]).putInt(given.number("value")).array();
            case IFREQ_INT, IFREQ_FLAGS -> named((String) given.get("name"));
            case TIMESPEC -> new byte[TIMESPEC];
        };
    }

    private static byte[] named(String name) {
        byte[] octets = name.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Arrays.copyOf(octets, Math.min(octets.length, IFNAMSIZ)), IFREQ);
    }

    /** What the kernel filled in. */
    static long value(IoctlRequest request, byte[] data) {
        ByteBuffer argument = buffer(data);
        return switch (request.type()) {
            case INT, SET_INT -> argument.getInt(0);
            case IFREQ_INT -> argument.getInt(IFNAMSIZ);
            case IFREQ_FLAGS -> Short.toUnsignedLong(argument.getShort(IFNAMSIZ));
            case TIMESPEC -> argument.getLong(0) * SECOND + argument.getLong(Long.BYTES);
        };
    }

    private static ByteBuffer buffer(byte[] octets) {
        return ByteBuffer.wrap(octets).order(ByteOrder.nativeOrder());
    }
}
