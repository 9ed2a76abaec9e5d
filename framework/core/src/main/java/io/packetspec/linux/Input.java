package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

/** What a child reads, as a file without a name: it holds any amount, and the child reads it from its beginning. */
final class Input implements AutoCloseable {
    private static final int MFD_CLOEXEC = 1;

    private final int descriptor;

    private Input(int descriptor) {
        this.descriptor = descriptor;
    }

    static Input of(byte[] octets) {
        Input input = new Input(Native.checked(LIBC.memfd_create("packetspec-input", MFD_CLOEXEC), "memfd_create"));
        if (LIBC.pwrite(input.descriptor, octets, octets.length, 0) < octets.length) {
            SystemCallException failure =
                    new SystemCallException("pwrite(memfd, " + octets.length + " octets)", Native.errno());
            input.close();
            throw failure;
        }
        return input;
    }

    int descriptor() {
        return descriptor;
    }

    @Override
    public void close() {
        LIBC.close(descriptor);
    }
}
