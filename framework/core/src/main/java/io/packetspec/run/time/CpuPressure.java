package io.packetspec.run.time;

import io.packetspec.linux.TextFile;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For how long some task of the machine has waited for a processor: pressure stall information of the kernel. */
public final class CpuPressure {
    private static final String FILE = "/proc/pressure/cpu";
    private static final Pattern SOME = Pattern.compile("some .*total=(\\d+)");

    private CpuPressure() {}

    /** In nanoseconds since the machine was started; always 0 where the kernel does not count (CONFIG_PSI). */
    public static long now() {
        Matcher some = SOME.matcher(TextFile.readOnce(FILE).text());
        return some.find() ? TimeUnit.MICROSECONDS.toNanos(Long.parseLong(some.group(1))) : 0;
    }
}
