package io.packetspec.linux.tracepoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Which function of the kernel an address lies in. */
public final class Symbols {
    private static final Path KALLSYMS = Path.of("/proc/kallsyms");

    /** The file has some megabytes. */
    private static final Map<Long, String> KNOWN = new ConcurrentHashMap<>();

    private Symbols() {}

    /** The function's name, or the address where the kernel does not tell. */
    public static String at(long address) {
        return KNOWN.computeIfAbsent(address, Symbols::found);
    }

    private static String found(long address) {
        TreeMap<Long, String> functions = new TreeMap<>(Long::compareUnsigned);
        try (Stream<String> lines = Files.lines(KALLSYMS, StandardCharsets.UTF_8)) {
            lines.map(line -> line.split("\\s+"))
                    .filter(cells -> cells[1].equalsIgnoreCase("t"))
                    .forEach(cells -> functions.putIfAbsent(Long.parseUnsignedLong(cells[0], 16), cells[2]));
        } catch (IOException e) {
            return "0x" + Long.toHexString(address);
        }
        var function = functions.floorEntry(address);
        return function == null || function.getKey() == 0 ? "0x" + Long.toHexString(address) : function.getValue();
    }
}
