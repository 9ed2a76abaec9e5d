package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

/** Proves at start-up that the sixth argument of a call arrives: without it, {@code sendto} reads a garbage length. */
final class SixArguments {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    /** An autobind-style abstract name of one octet: family, NUL, octet. Nobody listens there. */
    private static final byte[] NOBODY = {AF_UNIX, 0, 0, 1};

    private static final int EINVAL = 22;

    private SixArguments() {}

    /**
     * Sends to an address whose length is the sixth argument. Too long a length, or a negative one, is EINVAL; the
     * right one is ECONNREFUSED, since nobody listens.
     */
    static void check(String property) {
        int socket = Native.checked(LIBC.socket(AF_UNIX, SOCK_DGRAM, 0), "socket(AF_UNIX, SOCK_DGRAM)");
        try {
            boolean right = refused(socket, NOBODY.length) && invalid(socket, -1) && invalid(socket, 1000);
            if (!right) {
                throw new IllegalStateException("jnr-ffi loses the sixth argument of system calls in this JVM: start it"
                        + " with -D" + property + "=false");
            }
        } finally {
            LIBC.close(socket);
        }
    }

    private static boolean refused(int socket, int length) {
        return LIBC.sendto(socket, new byte[1], 1, 0, NOBODY, length) == -1 && Native.RUNTIME.getLastError() != EINVAL;
    }

    private static boolean invalid(int socket, int length) {
        return LIBC.sendto(socket, new byte[1], 1, 0, NOBODY, length) == -1 && Native.RUNTIME.getLastError() == EINVAL;
    }
}
