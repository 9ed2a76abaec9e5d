package io.packetspec.linux;

import io.packetspec.abi.Errno;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import jnr.ffi.annotations.In;
import jnr.ffi.annotations.Out;
import jnr.ffi.types.off_t;
import jnr.ffi.types.size_t;
import jnr.ffi.types.ssize_t;
import jnr.ffi.types.u_int64_t;
import org.jspecify.annotations.Nullable;

/** The C library, loaded once and checked before first use. */
final class Native {
    private static final String ASSEMBLER = "jnr.ffi.x86asm.enabled";

    // Before anything of jnr-ffi is loaded: its x86-64 assembler loses the sixth integer argument,
    // https://github.com/jnr/jnr-ffi/issues/181
    static {
        if (System.getProperty(ASSEMBLER) == null) {
            System.setProperty(ASSEMBLER, "false");
        }
    }

    static final Libc LIBC = LibraryLoader.create(Libc.class).failImmediately().load("c");
    static final Runtime RUNTIME = Runtime.getRuntime(LIBC);

    static {
        SixArguments.check(ASSEMBLER);
    }

    private Native() {}

    /** The errno of this thread's last call through {@link #LIBC}, valid straight after a -1. */
    static Errno errno() {
        return Errno.of(RUNTIME.getLastError());
    }

    /** The result of a call that must not fail. */
    static int checked(int result, String call) {
        return (int) checked((long) result, call);
    }

    static long checked(long result, String call) {
        if (result < 0) {
            throw new SystemCallException(call, errno());
        }
        return result;
    }

    static ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    static ByteBuffer wrap(byte[] octets) {
        return ByteBuffer.wrap(octets).order(ByteOrder.nativeOrder());
    }

    /** A struct timespec; of a time that has passed, 0. */
    static byte[] timespec(long nanoseconds) {
        long wait = Math.max(0, nanoseconds);
        return wrap(new byte[2 * Long.BYTES])
                .putLong(TimeUnit.NANOSECONDS.toSeconds(wait))
                .putLong(wait % 1_000_000_000)
                .array();
    }

    /** What a struct timespec says. */
    static long nanoseconds(byte[] timespec) {
        ByteBuffer time = wrap(timespec);
        return TimeUnit.SECONDS.toNanos(time.getLong()) + time.getLong();
    }

    static long address(ByteBuffer direct) {
        return Pointer.wrap(RUNTIME, direct).address();
    }

    /** What is called of it. Public because jnr-ffi implements it from a package of its own. */
    public interface Libc {
        int unshare(int flags);

        int setns(int fd, int type);

        int open(String path, int flags, int mode);

        int mount(String source, String target, @Nullable String type, @u_int64_t long flags, @Nullable String data);

        int close(int fd);

        int fcntl(int fd, int command, long argument);

        int ioctl(int fd, @u_int64_t long request, @In @Out byte[] argument);

        int ioctl(int fd, @u_int64_t long request, @u_int64_t long argument);

        @ssize_t
        long readlink(String path, @Out byte[] target, @size_t long size);

        @ssize_t
        long read(int fd, @Out byte @Nullable [] data, @size_t long size);

        @ssize_t
        long write(int fd, @In byte @Nullable [] data, @size_t long size);

        @ssize_t
        long readv(int fd, ByteBuffer vectors, int count);

        @ssize_t
        long writev(int fd, ByteBuffer vectors, int count);

        @ssize_t
        long sendfile(int out, int in, @In @Out long[] offset, @size_t long size);

        @ssize_t
        long splice(
                int in, @Nullable Pointer offsetIn, int out, @Nullable Pointer offsetOut, @size_t long size, int flags);

        int socket(int domain, int type, int protocol);

        int bind(int fd, @In byte[] address, int length);

        int connect(int fd, @In byte[] address, int length);

        int listen(int fd, int backlog);

        int accept(int fd, @Out byte @Nullable [] address, @In @Out int @Nullable [] length);

        int accept4(int fd, @Out byte[] address, @In @Out int[] length, int flags);

        int dup(int fd);

        int getsockname(int fd, @Out byte[] address, @In @Out int[] length);

        int getpeername(int fd, @Out byte[] address, @In @Out int[] length);

        int setsockopt(int fd, int level, int option, @In byte[] value, int length);

        int getsockopt(int fd, int level, int option, @Out byte[] value, @In @Out int[] length);

        int shutdown(int fd, int how);

        @ssize_t
        long send(int fd, @In byte @Nullable [] data, @size_t long size, int flags);

        @ssize_t
        long sendto(
                int fd,
                @In byte @Nullable [] data,
                @size_t long size,
                int flags,
                @In byte @Nullable [] address,
                int addressLength);

        @ssize_t
        long recv(int fd, @Out byte @Nullable [] data, @size_t long size, int flags);

        @ssize_t
        long recvfrom(
                int fd,
                @Out byte @Nullable [] data,
                @size_t long size,
                int flags,
                @Out byte @Nullable [] address,
                @In @Out int @Nullable [] addressLength);

        @ssize_t
        long recvmsg(int fd, ByteBuffer message, int flags);

        @ssize_t
        long sendmsg(int fd, ByteBuffer message, int flags);

        int if_nametoindex(String name);

        int poll(@In @Out byte[] descriptors, @u_int64_t long count, int milliseconds);

        int ppoll(@In @Out byte[] descriptors, @u_int64_t long count, @In byte[] timeout, @Nullable Pointer signals);

        int epoll_create(int size);

        int epoll_create1(int flags);

        int epoll_ctl(int epoll, int operation, int fd, @In byte[] event);

        int epoll_wait(int epoll, @Out byte[] events, int count, int milliseconds);

        int capget(@In byte[] header, @Out byte[] data);

        int capset(@In byte[] header, @In byte[] data);

        int clock_gettime(int clock, @Out byte[] time);

        int clock_getres(int clock, @Out byte[] time);

        int sched_getscheduler(int thread);

        int sched_setscheduler(int thread, int policy, @In int[] priority);

        int getpid();

        int gettid();

        int tgkill(int process, int thread, int signal);

        int kill(int process, int signal);

        int sigaction(int signal, ByteBuffer action, @Nullable Pointer old);

        int memfd_create(String name, int flags);

        @ssize_t
        long pwrite(int fd, @In byte[] data, @size_t long size, @off_t long offset);

        int pipe2(@Out int[] ends, int flags);

        int wait4(int process, @Out int[] status, int options, @Out byte[] usage);

        @ssize_t
        long syscall(long number, long first, long second);

        // These return the errno.

        int posix_spawnp(
                @Out int[] process,
                String file,
                ByteBuffer actions,
                ByteBuffer attributes,
                ByteBuffer arguments,
                Pointer environment);

        int posix_spawn_file_actions_init(ByteBuffer actions);

        int posix_spawn_file_actions_destroy(ByteBuffer actions);

        int posix_spawn_file_actions_addopen(ByteBuffer actions, int fd, String path, int flags, int mode);

        int posix_spawn_file_actions_adddup2(ByteBuffer actions, int fd, int target);

        int posix_spawn_file_actions_addclosefrom_np(ByteBuffer actions, int fd);

        int posix_spawn_file_actions_addchdir_np(ByteBuffer actions, String path);

        int posix_spawnattr_init(ByteBuffer attributes);

        int posix_spawnattr_setflags(ByteBuffer attributes, short flags);

        int posix_spawnattr_setschedpolicy(ByteBuffer attributes, int policy);

        int posix_spawnattr_setschedparam(ByteBuffer attributes, @In int[] priority);

        Pointer dlsym(@Nullable Pointer library, String symbol);
    }
}
