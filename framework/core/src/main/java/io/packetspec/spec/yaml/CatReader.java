package io.packetspec.spec.yaml;

import io.packetspec.abi.Errno;
import io.packetspec.spec.Kept;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;

/** Reads the step that reads a file of a host. */
final class CatReader {
    private static final Scalar<String> PATH = Scalar.of("the path of a file such as /proc/net/raw", CatReader::path);

    private CatReader() {}

    static Shape shape() {
        return Shape.pattern("/(?!sys/class/net|sys/devices/virtual/net).*");
    }

    static Step cat(StepParts parts) {
        Value<Errno> fails =
                parts.modifier("fails").flatMap(c -> c.value(Scalars.ERRNO)).orElse(null);
        if (fails != null) {
            refuse(parts, "prints", "a file that cannot be read prints nothing");
            refuse(parts, "as", "a read that fails keeps nothing");
        }
        return new Step.Cat(
                parts.at(),
                parts.text(),
                parts.host(),
                parts.argument().value(PATH).orElse(new Value.Literal<>(parts.at(), "")),
                parts.modifier("prints").flatMap(RunReader::prints).orElse(null),
                fails,
                parts.keep(Kept.FILE));
    }

    private static void refuse(StepParts parts, String modifier, String why) {
        parts.step().keyAt(modifier).ifPresent(at -> parts.scope().problem(at, why));
    }

    /** What it shows belongs to whoever mounted it: the machine, not the host. */
    private static String path(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("expected a path from the root on, not \"" + path + "\"");
        }
        if (path.startsWith("/sys/class/net") || path.startsWith("/sys/devices/virtual/net")) {
            throw new IllegalArgumentException(
                    "below /sys are the machine's interfaces, not the host's: use /proc/net or run: ip link");
        }
        return path;
    }
}
