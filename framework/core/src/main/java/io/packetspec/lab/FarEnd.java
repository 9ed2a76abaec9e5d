package io.packetspec.lab;

import io.packetspec.linux.NetNs;
import io.packetspec.linux.PacketSocket;
import io.packetspec.linux.netlink.Batch;
import io.packetspec.linux.netlink.Rtnetlink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The namespace where wires end: its kernel has no address, so that it answers nothing. */
final class FarEnd {
    private final Deque<PacketSocket> sockets = new ArrayDeque<>();
    private final List<Integer> interfaces = new ArrayList<>();
    private @Nullable NetNs namespace;
    private @Nullable Rtnetlink rtnetlink;

    /** Moves the calling thread there to open all that has to be opened there, and leaves the thread there. */
    void open(int wires) {
        namespace = NetNs.unshare();
        Quiet.prepareFarEnd();
        rtnetlink = Rtnetlink.open("far end of the wires");
        for (int i = 0; i < wires; i++) {
            sockets.add(PacketSocket.open());
        }
    }

    NetNs namespace() {
        return opened(namespace);
    }

    /** A socket for a wire: from here on the wire owns it. */
    PacketSocket socket(int interfaceIndex) {
        interfaces.add(interfaceIndex);
        return sockets.remove();
    }

    void up() {
        Batch batch = new Batch();
        interfaces.forEach(batch::up);
        opened(rtnetlink).apply(batch);
    }

    /** What only building needs; the namespace lives on through its interfaces' sockets. */
    void close() {
        sockets.forEach(Undertaker::bury);
        if (rtnetlink != null) {
            rtnetlink.close();
        }
        if (namespace != null) {
            namespace.close();
        }
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the far end is not open");
        }
        return part;
    }
}
