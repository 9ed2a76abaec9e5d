package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.TreeMap;

/** Lines and columns of a text by its indices. */
final class Lines {
    private final String path;
    private final TreeMap<Integer, Integer> lineByStart = new TreeMap<>();

    Lines(String path, String text) {
        this.path = path;
        int start = 0;
        for (int line = 1; start >= 0; line++) {
            lineByStart.put(start, line);
            int end = text.indexOf('\n', start);
            start = end < 0 ? -1 : end + 1;
        }
    }

    At at(int index) {
        var line = lineByStart.floorEntry(index);
        return new At(path, line.getValue(), index - line.getKey() + 1);
    }
}
