package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.Optional;

/**
 * An option line, {@code --mss=1460} or {@code --strict_segments}. What a command line says wins over a script's options.
 *
 * @param name without dashes
 * @param value without its quotes; of {@code define}, {@code NAME=value} where a value in quotes keeps them
 */
public record ScriptOption(At at, String name, Optional<String> value) {
    @Override
    public String toString() {
        return "--" + name
                + value.map(v -> "=" + (needsQuotes(v) ? '"' + v + '"' : v)).orElse("");
    }

    private boolean needsQuotes(String written) {
        boolean address = TokenKind.IPV4.pattern().matcher(written).matches()
                || TokenKind.IPV6.pattern().matcher(written).matches();
        return !name.equals("define") && !address && !written.matches("\\w+");
    }
}
