package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import io.packetspec.abi.Errno;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A TUN interface of the calling thread's namespace: packets from the network layer on, without Ethernet. */
public final class Tun implements AutoCloseable {
    private static final String DEVICE = "/dev/net/tun";
    private static final int O_RDWR_NONBLOCK_CLOEXEC = 2 | 0x800 | 0x8_0000;
    private static final int TUNSETIFF = 0x4004_54ca;
    private static final int TUNSETPERSIST = 0x4004_54cb;
    private static final int TUNSETIFINDEX = 0x4004_54da;
    private static final int TUNSETOFFLOAD = 0x4004_54d0;
    private static final long TUN_F_CSUM_TSO4_TSO6_TSO_ECN = 0xf;
    private static final int IFF_TUN_NO_PI = 0x1001;
    private static final int IFF_VNET_HDR = 0x4000;
    private static final int LARGEST = 65_535;
    private static final Errno EAGAIN = Errno.of(11);

    private final int descriptor;
    private final LargeSegments segments;
    private final byte[] dropped = new byte[LargeSegments.HEADER + 1];

    private Tun(int descriptor, int segmentSize) {
        this.descriptor = descriptor;
        this.segments = new LargeSegments(segmentSize);
    }

    /** Creates the interface with the index of the kernel's choice. */
    public static Tun open(String name) {
        return open(name, 0);
    }

    public static Tun open(String name, int index) {
        return open(name, index, 0);
    }

    /**
     * Creates the interface. It goes with its namespace: to delete it at close would take 30 ms.
     *
     * @param segmentSize of the segments that every TCP packet written stands for, as if a network card had put them together;
     *     0: packets are what they are
     */
    public static Tun open(String name, int index, int segmentSize) {
        NetNs.refuseInitial("opening a TUN interface");
        Tun tun = new Tun(
                Native.checked(LIBC.open(DEVICE, O_RDWR_NONBLOCK_CLOEXEC, 0), "open(" + DEVICE + ")"), segmentSize);
        if (index != 0) {
            byte[] number = new byte[Integer.BYTES];
            Native.wrap(number).putInt(index);
            tun.require(LIBC.ioctl(tun.descriptor, TUNSETIFINDEX, number), "ioctl(TUNSETIFINDEX, " + index + ")");
        }
        byte[] ifreq = Ioctl.ifreq(name);
        short flags = (short) (IFF_TUN_NO_PI | (segmentSize > 0 ? IFF_VNET_HDR : 0));
        Native.wrap(ifreq).putShort(Ioctl.IFNAMSIZ, flags);
        tun.require(LIBC.ioctl(tun.descriptor, TUNSETIFF, ifreq), "ioctl(TUNSETIFF, " + name + ")");
        // A pointer-sized argument that is a number, not an address: any but NULL persists.
        tun.require(LIBC.ioctl(tun.descriptor, TUNSETPERSIST, new byte[1]), "ioctl(TUNSETPERSIST)");
        return tun;
    }

    /** Takes large TCP segments whole, with checksums that are still to be computed, like an Ethernet card. */
    public void takeLargeSegments() {
        int result = LIBC.ioctl(descriptor, TUNSETOFFLOAD, TUN_F_CSUM_TSO4_TSO6_TSO_ECN);
        Native.checked(result, "ioctl(TUNSETOFFLOAD)");
    }

    private void require(int result, String call) {
        if (result < 0) {
            Errno errno = Native.errno();
            close();
            throw new SystemCallException(call, errno);
        }
    }

    public void write(byte[] packet) {
        byte[] written = segments.described(packet);
        Native.checked(LIBC.write(descriptor, written, written.length), "write(tun, " + packet.length + " octets)");
    }

    /** The next packet the kernel sent through it already; null if there is none. */
    public byte @Nullable [] read() {
        byte[] room = new byte[LARGEST];
        long length = LIBC.read(descriptor, room, room.length);
        if (length < 0 && !Native.errno().equals(EAGAIN)) {
            throw new SystemCallException("read(tun)", Native.errno());
        }
        return length < 0 ? null : Arrays.copyOf(room, (int) length);
    }

    /** Reads what there is, and drops it. */
    public void drain() {
        while (LIBC.read(descriptor, dropped, dropped.length) > 0) {
            continue;
        }
    }

    @Override
    public void close() {
        LIBC.close(descriptor);
    }
}
