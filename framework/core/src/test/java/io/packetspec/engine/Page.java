package io.packetspec.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page of the documentation: its blocks of code and its tables. */
final class Page {
    /**
     * A fenced block of code.
     *
     * @param line of its first line
     * @param remark what the HTML comment right before it says, else empty
     */
    record Block(int line, String language, String remark, String text) {}

    private static final Pattern REMARK = Pattern.compile("<!-- (.*) -->");
    private static final String FENCE = "```";
    private static final String ESCAPED = "\\|";

    private final Path file;
    private final List<String> lines;

    private Page(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** A page by its path from the root of the repository. */
    static Page at(String path) {
        Path file = root().resolve(path);
        try {
            return new Page(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/language.md"))) {
            folder = Optional.ofNullable(folder.getParent())
                    .orElseThrow(() -> new IllegalStateException("no repository around the working directory"));
        }
        return folder;
    }

    Path file() {
        return file;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int end = i + 1;
                while (!lines.get(end).equals(FENCE)) {
                    end++;
                }
                String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
                blocks.add(new Block(i + 2, lines.get(i).substring(FENCE.length()), remark(i - 1), text));
                i = end;
            }
        }
        return blocks;
    }

    private String remark(int line) {
        return line < 0
                ? ""
                : REMARK.matcher(lines.get(line))
                        .results()
                        .map(match -> match.group(1))
                        .findFirst()
                        .orElse("");
    }

    /** The rows of the first table below this heading, without its head. */
    List<List<String>> table(String heading) {
        int start = lines.indexOf(heading);
        if (start < 0) {
            throw new AssertionError(file.getFileName() + " has no heading \"" + heading + "\"");
        }
        return lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("#"))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(Page::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.lastIndexOf('|')).replace(ESCAPED, "\0");
        return Arrays.stream(inner.split("\\|"))
                .map(cell -> cell.strip().replace("\0", "|"))
                .toList();
    }

    /** What stands as code in a cell, in its order. */
    static List<String> codes(String cell) {
        return Pattern.compile("`([^`]+)`")
                .matcher(cell)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
