package io.packetspec.lab;

import io.packetspec.linux.NetNs;
import io.packetspec.linux.PacketSocket;
import io.packetspec.linux.Sysctl;
import io.packetspec.linux.netlink.Batch;
import io.packetspec.linux.netlink.Rtnetlink;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The namespace where the wires of all labs end: its kernel has no address, so that it answers nothing. One for the
 * life of the JVM, since a namespace a lab costs a quarter of the lab; an interface goes with the host at its other end.
 */
final class FarEnd {
    private static @Nullable FarEnd only;

    /** Above any interface index of a host: the two ends of a wire must differ. */
    private final AtomicInteger lastIndex = new AtomicInteger(1000);

    private final NetNs namespace;
    private final Rtnetlink rtnetlink;

    private FarEnd() {
        namespace = NetNs.unshare();
        Sysctl.write("net.ipv4.ip_forward", "0");
        Sysctl.write("net.ipv6.conf.default.disable_ipv6", "1");
        rtnetlink = Rtnetlink.open("far end of the wires");
    }

    private static FarEnd open() {
        FutureTask<FarEnd> opening = new FutureTask<>(FarEnd::new);
        new Thread(null, opening, "far end of the wires", 0, false).start();
        return Waiting.forResultOf(opening);
    }

    /** Not from an initialiser of this class: the thread that opens it would wait for that to end. */
    static synchronized FarEnd get() {
        FarEnd opened = only;
        if (opened == null) {
            opened = open();
            only = opened;
        }
        return opened;
    }

    NetNs namespace() {
        return namespace;
    }

    int nextIndex() {
        return lastIndex.incrementAndGet();
    }

    List<PacketSocket> openSockets(int count) {
        return namespace.visited(
                () -> Stream.generate(PacketSocket::open).limit(count).toList());
    }

    void up(List<Integer> interfaces) {
        Batch batch = new Batch();
        interfaces.forEach(batch::up);
        rtnetlink.apply(batch);
    }
}
