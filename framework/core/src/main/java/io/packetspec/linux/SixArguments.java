package io.packetspec.linux;

import jnr.ffi.LibraryLoader;

/** Proves at start-up that the sixth argument of a call arrives: the last of mmap(2), which must be whole pages. */
final class SixArguments {
    private static final long PAGES = 1 << 20;
    private static final int PROT_NONE = 0;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;

    private SixArguments() {}

    /** Numbers only: the shape of call that jnr-ffi makes through its assembler. Public for jnr-ffi. */
    public interface Mapping {
        long mmap(long at, long size, int protection, int flags, int fd, long offset);

        int munmap(long at, long size);
    }

    static void check(String property) {
        Mapping mapping = LibraryLoader.create(Mapping.class).load("c");
        if (!maps(mapping, 0) || !maps(mapping, PAGES) || maps(mapping, 1) || maps(mapping, PAGES + 1)) {
            throw new IllegalStateException("jnr-ffi loses the sixth argument of system calls in this JVM: start it"
                    + " with -D" + property + "=false");
        }
    }

    private static boolean maps(Mapping mapping, long offset) {
        long mapped = mapping.mmap(0, PAGES, PROT_NONE, MAP_PRIVATE_ANONYMOUS, -1, offset);
        boolean done = mapped != -1;
        if (done) {
            mapping.munmap(mapped, PAGES);
        }
        return done;
    }
}
