package io.packetspec.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Figures in rows, printed as Markdown. */
final class Table {
    private final List<String> lines = new ArrayList<>();
    private final int columns;

    /** @param columns their headings; the first stands over the names of the rows */
    Table(String... columns) {
        this.columns = columns.length;
        lines.add(line(Arrays.asList(columns)));
        lines.add("|" + String.join("|", Collections.nCopies(columns.length, "---")) + "|");
    }

    /** @param format of each figure, as of {@link String#format} */
    Table row(String name, String format, double... figures) {
        return row(
                name,
                Arrays.stream(figures)
                        .mapToObj(figure -> String.format(Locale.ROOT, format, figure))
                        .toArray(String[]::new));
    }

    Table row(String name, String... cells) {
        if (cells.length != columns - 1) {
            throw new IllegalArgumentException(name + ": " + cells.length + " cells in " + columns + " columns");
        }
        lines.add(line(Stream.concat(Stream.of(name), Arrays.stream(cells)).toList()));
        return this;
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
