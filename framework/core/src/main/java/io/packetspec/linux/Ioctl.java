package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** ioctl(2) with a struct ifreq. */
final class Ioctl {
    static final int IFNAMSIZ = 16;

    private Ioctl() {}

    /** A struct ifreq of an interface, the rest zeros. */
    static byte[] ifreq(String interfaceName) {
        byte[] ifreq = new byte[40];
        byte[] name = interfaceName.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, ifreq, 0, Math.min(name.length, IFNAMSIZ - 1));
        return ifreq;
    }

    /** A struct ifreq whose data is a pointer to these octets. */
    static int withPointer(int descriptor, int request, byte[] ifreq, byte[] octets) {
        ByteBuffer pointee = Native.allocate(octets.length).put(0, octets);
        Native.wrap(ifreq).putLong(IFNAMSIZ, Native.address(pointee));
        int result = LIBC.ioctl(descriptor, request, ifreq);
        Reference.reachabilityFence(pointee);
        return result;
    }
}
