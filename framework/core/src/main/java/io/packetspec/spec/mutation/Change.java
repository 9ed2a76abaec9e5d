package io.packetspec.spec.mutation;

/**
 * One way to change what something expects.
 *
 * @param path what is changed, as a failure names it
 * @param text what it was and what it is now
 * @param result the whole with the change
 */
record Change<T>(String path, String text, T result) {
    private static final int LONGEST = 60;

    static <T> Change<T> of(String path, String before, String after, T result) {
        return new Change<>(
                path,
                (path.equals(after) ? "" : path + ": ") + shortened(before) + " is now " + shortened(after),
                result);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : "…" + text.substring(text.length() - LONGEST);
    }

    <S> Change<S> within(S whole) {
        return new Change<>(path, text, whole);
    }
}
