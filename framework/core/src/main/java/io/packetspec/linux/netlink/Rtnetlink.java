package io.packetspec.linux.netlink;

import io.packetspec.abi.Errno;
import io.packetspec.linux.NetlinkSocket;
import io.packetspec.linux.SocketAddress;
import io.packetspec.linux.SystemCallException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Configures the namespace it was opened in, from any thread. */
public final class Rtnetlink implements AutoCloseable {
    private static final int NLMSG_ERROR = 2;
    private static final int RTM_GETLINK = 18;
    private static final int RTM_GETADDR = 22;
    private static final int NLM_F_REQUEST = 1;
    private static final int NLM_F_DUMP = 0x300;
    private static final int NLMSG_DONE = 3;
    private static final int IFA_F_TENTATIVE = 0x40;
    private static final int HEADER = 16;
    private static final int IFINFOMSG = 16;
    private static final int IFLA_OPERSTATE = 16;
    private static final int IF_OPER_UP = 6;
    private static final int NLMSGERR = 20;
    private static final int NLMSGERR_ATTR_MSG = 1;

    private final String where;
    private final NetlinkSocket socket;

    private Rtnetlink(String where, NetlinkSocket socket) {
        this.where = where;
        this.socket = socket;
    }

    /** For the calling thread's namespace; {@code where} is what errors call it. */
    public static Rtnetlink open(String where) {
        return new Rtnetlink(where, NetlinkSocket.open());
    }

    public NetlinkSocket socket() {
        return socket;
    }

    /**
     * Sends all changes at once and waits for the last.
     *
     * @throws SystemCallException naming the first change that failed; later ones have been tried all the same
     */
    public synchronized void apply(Batch batch) {
        if (batch.isEmpty()) {
            return;
        }
        Message messages = batch.finish();
        socket.send(messages.array(), messages.length());
        awaitLast(batch);
    }

    private void awaitLast(Batch batch) {
        SystemCallException first = null;
        while (true) {
            ByteBuffer in = read();
            while (in.remaining() >= HEADER) {
                ByteBuffer message = next(in);
                int sequence = message.getInt(8);
                SystemCallException failure = failure(message, batch.what(sequence));
                first = first == null ? failure : first;
                if (sequence == batch.lastSequence()) {
                    throwIf(first);
                    return;
                }
            }
        }
    }

    private static void throwIf(@Nullable SystemCallException failure) {
        if (failure != null) {
            throw failure;
        }
    }

    /** Whether the interface carries frames. The kernel of 6.9 and later brings its answer up to date first. */
    public synchronized boolean isOperational(int index) {
        Message request = new Message();
        request.message(RTM_GETLINK, NLM_F_REQUEST, 1, () -> request.link(index, 0, 0));
        socket.send(request.array(), request.length());
        ByteBuffer answer = next(read());
        throwIf(failure(answer, "looking at interface " + index));
        ByteBuffer attribute = attribute(answer, HEADER + IFINFOMSG, IFLA_OPERSTATE);
        return attribute.hasRemaining() && attribute.get() == IF_OPER_UP;
    }

    /** Whether the kernel still has work to do before it uses an IPv6 address. */
    public synchronized boolean hasTentativeAddress() {
        Message request = new Message();
        request.message(
                RTM_GETADDR,
                NLM_F_REQUEST | NLM_F_DUMP,
                1,
                () -> request.octets(SocketAddress.AF_INET6, 0, 0, 0, 0, 0, 0, 0));
        socket.send(request.array(), request.length());
        boolean tentative = false;
        while (true) {
            ByteBuffer in = read();
            while (in.remaining() >= HEADER) {
                ByteBuffer message = next(in);
                if (message.getShort(4) == NLMSG_DONE) {
                    return tentative;
                }
                throwIf(failure(message, "looking at addresses"));
                tentative |= (message.get(HEADER + 2) & IFA_F_TENTATIVE) != 0;
            }
        }
    }

    private ByteBuffer read() {
        return ByteBuffer.wrap(socket.receive()).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer next(ByteBuffer in) {
        int length = in.getInt(in.position());
        ByteBuffer message = in.slice(in.position(), length).order(ByteOrder.nativeOrder());
        in.position(Math.min(in.limit(), in.position() + align(length)));
        return message;
    }

    private @Nullable SystemCallException failure(ByteBuffer message, String what) {
        int error = message.getShort(4) == NLMSG_ERROR ? -message.getInt(HEADER) : 0;
        return error == 0 ? null : new SystemCallException(where + ": " + what, Errno.of(error), words(message));
    }

    private static String words(ByteBuffer message) {
        ByteBuffer text = attribute(message, HEADER + NLMSGERR, NLMSGERR_ATTR_MSG);
        byte[] octets = new byte[Math.max(0, text.remaining() - 1)];
        text.get(octets);
        return new String(octets, StandardCharsets.UTF_8);
    }

    /** The value of the attribute, empty if there is none. */
    private static ByteBuffer attribute(ByteBuffer message, int from, int type) {
        for (int at = from; at + 4 <= message.limit(); ) {
            int length = Short.toUnsignedInt(message.getShort(at));
            if (message.getShort(at + 2) == type) {
                return message.slice(at + 4, length - 4).order(ByteOrder.nativeOrder());
            }
            at += Math.max(4, align(length));
        }
        return ByteBuffer.allocate(0);
    }

    private static int align(int length) {
        return (length + 3) & ~3;
    }

    @Override
    public void close() {
        socket.close();
    }
}
