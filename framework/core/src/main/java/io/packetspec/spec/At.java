package io.packetspec.spec;

/** Where a user wrote something: a file's path from the root of its run, a line and a column, both from 1. */
public record At(String file, int line, int column) {

    /** The place as a frame of a stack trace, which editors and build tools make a link of. */
    public StackTraceElement frame() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int suffix = name.indexOf('.');
        String folder = file.substring(0, file.length() - name.length());
        return new StackTraceElement(folder + (suffix < 0 ? name : name.substring(0, suffix)), "spec", name, line);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
