package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

/**
 * Keeps the kernel stamping frames as they arrive for as long as this JVM lives. The kernel starts that about 100 ms
 * after the first socket of the machine asks for it; until then a frame is stamped when it is read.
 */
public final class ReceiveStamps {
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x8_0000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_TIMESTAMPNS = 35;
    private static final byte[] ON = {1, 0, 0, 0};

    // Never bound, connected or sent through: the one socket that may be opened in the initial namespace.
    private static final int HELD =
            Native.checked(LIBC.socket(SocketAddress.AF_INET, SOCK_DGRAM_CLOEXEC, 0), "socket(AF_INET, SOCK_DGRAM)");

    static {
        Native.checked(LIBC.setsockopt(HELD, SOL_SOCKET, SO_TIMESTAMPNS, ON, ON.length), "setsockopt(SO_TIMESTAMPNS)");
    }

    private ReceiveStamps() {}

    /** Asks for stamps: the earlier, the less the first lab waits. */
    public static void request() {
        assert HELD >= 0;
    }
}
