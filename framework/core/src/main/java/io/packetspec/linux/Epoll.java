package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.linux.Sockets.Result;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** epoll(7). */
public final class Epoll {
    /** One {@code struct epoll_event}: the user data of a descriptor, and what happened to it. */
    public record Event(long data, long events) {}

    /** What epoll_wait(2) answered, in the kernel's order. */
    public record Waited(Result result, List<Event> events) {}

    /** Packed on x86-64, and there alone: {@code EPOLL_PACKED} of eventpoll.h. */
    private static final int DATA_AT = System.getProperty("os.arch").equals("amd64") ? 4 : 8;

    private static final int EVENT = DATA_AT + Long.BYTES;

    private final Sockets sockets;

    public Epoll(Sockets sockets) {
        this.sockets = sockets;
    }

    public Result create(int flags) {
        return sockets.opened(LIBC.epoll_create1(flags), new byte[0]);
    }

    /** The older call, whose size means nothing but must be positive. */
    public Result createSized(int size) {
        return sockets.opened(LIBC.epoll_create(size), new byte[0]);
    }

    public Result control(int epoll, int operation, int descriptor, long events, long data) {
        ByteBuffer event = Native.wrap(new byte[EVENT]).putInt(0, (int) events).putLong(DATA_AT, data);
        return Sockets.result(LIBC.epoll_ctl(epoll, operation, descriptor, event.array()));
    }

    /**
     * @param most how many events there is room for; the kernel refuses 0
     * @param milliseconds as of epoll_wait(2): negative is for ever, 0 returns at once
     */
    public Waited await(int epoll, int most, int milliseconds) {
        byte[] room = new byte[Math.max(1, most) * EVENT];
        Result result = Sockets.result(LIBC.epoll_wait(epoll, room, most, milliseconds));
        ByteBuffer filled = Native.wrap(room);
        List<Event> events = new ArrayList<>();
        for (int at = 0; at < result.value() * EVENT; at += EVENT) {
            events.add(new Event(filled.getLong(at + DATA_AT), Integer.toUnsignedLong(filled.getInt(at))));
        }
        return new Waited(result, events);
    }
}
