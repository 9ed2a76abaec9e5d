package io.packetspec.linux;

import java.util.Map;
import jnr.ffi.LibraryLoader;
import jnr.ffi.annotations.In;

/** The calls that perf_event_open(2) takes. Public for jnr-ffi. */
public interface PerfCalls {
    /** By the JVM's name of the processor, for the C library has no function of its own for it. */
    Map<String, Integer> PERF_EVENT_OPEN = Map.of("amd64", 298, "aarch64", 241);

    long syscall(long number, @In byte[] attribute, long process, long processor, long group, long flags);

    long mmap(long at, long size, int protection, int flags, int fd, long offset);

    int munmap(long at, long size);

    int ioctl(int fd, long request, long argument);

    int close(int fd);

    int getpagesize();

    /** After {@link Native}, which sees to it that the sixth argument arrives. */
    static PerfCalls load() {
        Native.errno();
        return LibraryLoader.create(PerfCalls.class).load("c");
    }
}
