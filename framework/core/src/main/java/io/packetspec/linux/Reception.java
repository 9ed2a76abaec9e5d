package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The native memory for receiving one frame with its ancillary data: struct msghdr, made once and used again. */
final class Reception {
    private static final int MSG_DONTWAIT = 0x40;
    private static final int FRAME = 65_535 + 14 + 4;
    private static final int CONTROL = 256;
    private static final int HEADER = 56;

    private static final int SOL_SOCKET = 1;
    private static final int SCM_TIMESTAMPNS = 35;
    private static final int SOL_PACKET = 263;
    private static final int PACKET_AUXDATA = 8;
    private static final int TP_STATUS_CSUMNOTREADY = 0x8;
    private static final int TP_STATUS_VLAN_VALID = 0x10;
    private static final int TP_STATUS_VLAN_TPID_VALID = 0x40;
    private static final int ETH_P_8021Q = 0x8100;
    private static final int MACS = 12;
    private static final int NAME = 20;
    private static final int PKTTYPE = 10;
    private static final int PACKET_OUTGOING = 4;

    private static final Errno EAGAIN = Errno.of(11);
    private static final Errno EINTR = Errno.of(4);
    private static final Errno ENETDOWN = Errno.of(100);

    private final ByteBuffer frame = Native.allocate(FRAME);
    private final ByteBuffer control = Native.allocate(CONTROL);
    private final ByteBuffer vector = Native.allocate(16);
    private final ByteBuffer header = Native.allocate(HEADER);

    private final ByteBuffer name = Native.allocate(NAME);

    private long time;
    private int vlan;
    private boolean unfinished;

    Reception() {
        vector.putLong(0, Native.address(frame)).putLong(8, FRAME);
        header.putLong(0, Native.address(name));
        header.putLong(16, Native.address(vector)).putLong(24, 1).putLong(32, Native.address(control));
    }

    PacketSocket.@Nullable Received receive(int descriptor) {
        header.putInt(8, NAME).putLong(40, CONTROL);
        long length = LIBC.recvmsg(descriptor, header, MSG_DONTWAIT);
        if (length >= 0) {
            return received((int) length);
        }
        Errno errno = Native.errno();
        // ENETDOWN is told once, when the interface went down: nothing to receive, and no reason to fail.
        if (errno.equals(EAGAIN) || errno.equals(EINTR) || errno.equals(ENETDOWN)) {
            return null;
        }
        throw new SystemCallException("recvmsg(" + descriptor + ")", errno);
    }

    private PacketSocket.Received received(int length) {
        readControl((int) header.getLong(40));
        return new PacketSocket.Received(
                time, vlan == 0 ? octets(length) : tagged(length), name.get(PKTTYPE) == PACKET_OUTGOING, unfinished);
    }

    private byte[] octets(int length) {
        byte[] octets = new byte[length];
        frame.get(0, octets);
        return octets;
    }

    /** The kernel takes a VLAN tag out of the frame and hands it over beside it: put it back. */
    private byte[] tagged(int length) {
        byte[] octets = new byte[length + 4];
        frame.get(0, octets, 0, MACS);
        ByteBuffer.wrap(octets).putInt(MACS, vlan);
        frame.get(MACS, octets, MACS + 4, length - MACS);
        return octets;
    }

    private void readControl(int length) {
        time = 0;
        vlan = 0;
        unfinished = false;
        for (int at = 0; at + 16 <= length; ) {
            int size = (int) control.getLong(at);
            readMessage(control.getInt(at + 8), control.getInt(at + 12), at + 16);
            at += (Math.max(size, 16) + 7) & ~7;
        }
    }

    private void readMessage(int level, int type, int at) {
        if (level == SOL_SOCKET && type == SCM_TIMESTAMPNS) {
            time = control.getLong(at) * 1_000_000_000L + control.getLong(at + 8);
        } else if (level == SOL_PACKET && type == PACKET_AUXDATA) {
            unfinished = (control.getInt(at) & TP_STATUS_CSUMNOTREADY) != 0;
            readVlan(control.getInt(at), at + 16);
        }
    }

    private void readVlan(int status, int at) {
        if ((status & TP_STATUS_VLAN_VALID) != 0) {
            boolean known = (status & TP_STATUS_VLAN_TPID_VALID) != 0;
            int protocol = known ? Short.toUnsignedInt(control.getShort(at + 2)) : ETH_P_8021Q;
            vlan = protocol << 16 | Short.toUnsignedInt(control.getShort(at));
        }
    }
}
