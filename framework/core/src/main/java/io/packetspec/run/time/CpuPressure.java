package io.packetspec.run.time;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For how long some task of the machine has waited for a processor: pressure stall information of the kernel. */
public final class CpuPressure {
    private static final String FILE = "/proc/pressure/cpu";
    private static final Pattern SOME = Pattern.compile("some .*total=(\\d+)");
    private static final int ROOM = 512;

    private CpuPressure() {}

    /** In nanoseconds since the machine was started; always 0 where the kernel does not count (CONFIG_PSI). */
    public static long now() {
        try (FileInputStream file = new FileInputStream(FILE)) {
            // In one read: it is made anew for each.
            byte[] text = new byte[ROOM];
            int length = Math.max(0, file.read(text));
            Matcher some = SOME.matcher(new String(text, 0, length, StandardCharsets.US_ASCII));
            return some.find() ? TimeUnit.MICROSECONDS.toNanos(Long.parseLong(some.group(1))) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
