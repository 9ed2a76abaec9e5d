package io.packetspec.linux;

import static io.packetspec.linux.Native.LIBC;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A /tmp of the calling thread's own, in a mount namespace of its own, mount_namespaces(7): what is there can be read, and
 * what the thread and its children write nobody else sees. It goes with the last of them.
 */
public final class PrivateTmp {
    private static final String TMP = "/tmp";
    private static final int CLONE_NEWNS = 0x2_0000;
    private static final long MS_PRIVATE_ALL = 0x4_0000 | 0x4000;
    private static final int O_PATH_DIRECTORY_CLOEXEC = 0x20_0000 | 0x1_0000 | 0x8_0000;

    private PrivateTmp() {}

    /** @throws SystemCallException if the kernel refuses it, such as for want of overlayfs */
    public static void mount() {
        Native.checked(LIBC.unshare(CLONE_NEWNS), "unshare(CLONE_NEWNS)");
        mount("none", "/", null, MS_PRIVATE_ALL, null);
        int below = Native.checked(LIBC.open(TMP, O_PATH_DIRECTORY_CLOEXEC, 0), "open(/tmp)");
        try {
            mount("tmpfs", TMP, "tmpfs", 0, "mode=1777");
            Files.createDirectory(Path.of(TMP, "upper"));
            Files.createDirectory(Path.of(TMP, "work"));
            String layers = "lowerdir=/proc/thread-self/fd/" + below + ",upperdir=/tmp/upper,workdir=/tmp/work";
            mount("overlay", TMP, "overlay", 0, layers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            LIBC.close(below);
        }
    }

    private static void mount(String source, String target, @Nullable String type, long flags, @Nullable String data) {
        Native.checked(LIBC.mount(source, target, type, flags, data), "mount(" + source + ", " + target + ")");
    }
}
