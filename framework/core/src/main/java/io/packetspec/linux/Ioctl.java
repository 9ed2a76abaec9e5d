package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;

/** ioctl(2) with a struct ifreq. */
final class Ioctl {
    private static final int IFNAMSIZ = 16;

    private Ioctl() {}

    /** A struct ifreq whose data is a pointer to these octets. */
    static int withPointer(int descriptor, int request, byte[] ifreq, byte[] octets) {
        ByteBuffer pointee = Native.allocate(octets.length).put(0, octets);
        Native.wrap(ifreq).putLong(IFNAMSIZ, Native.address(pointee));
        int result = LIBC.ioctl(descriptor, request, ifreq);
        Reference.reachabilityFence(pointee);
        return result;
    }
}
