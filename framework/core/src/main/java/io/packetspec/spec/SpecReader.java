package io.packetspec.spec;

/** Reads one notation of specs into the model. */
public interface SpecReader {
    /** Whether a file of this name is this reader's. */
    boolean reads(String fileName);

    /**
     * Reads a file; all that is wrong with it is in {@link SpecFile#problems()}, and nothing is thrown for it.
     *
     * @param path the path from the root of the run, for {@link At} and for unique ids
     * @param text the whole file
     */
    SpecFile read(String path, String text);

    /**
     * The same where commands of the file may run.
     *
     * @param folder that the file is in; empty if it is in none, but in an archive
     */
    default SpecFile read(String path, String text, String folder) {
        return read(path, text);
    }
}
