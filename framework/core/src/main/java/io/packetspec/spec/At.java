package io.packetspec.spec;

/** Where a user wrote something: a file's path from the root of its run, a line and a column, both from 1. */
public record At(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
