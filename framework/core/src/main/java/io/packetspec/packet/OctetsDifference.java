package io.packetspec.packet;

/** Says how octets differ: whole where they are short, else from the first difference on. */
final class OctetsDifference {
    private static final int WINDOW = 16;

    private OctetsDifference() {}

    static Mismatch between(String path, Field field, Match expected, Octets actual) {
        if (expected instanceof Match.Exact exact && exact.value() instanceof Octets wanted) {
            int at = wanted.mismatch(actual);
            boolean both = Math.max(wanted.length(), actual.length()) > 2 * WINDOW
                    && at < actual.length()
                    && at < wanted.length();
            return both
                    ? new Mismatch(path, from(wanted, at), from(actual, at))
                    : new Mismatch(path, field.explain(wanted), told(field, actual));
        }
        return new Mismatch(path, Notation.explain(field, expected), told(field, actual));
    }

    private static String told(Field field, Octets octets) {
        return octets.length() == 0 ? "absent" : field.explain(octets);
    }

    private static String from(Octets octets, int at) {
        int to = Math.min(octets.length(), at + WINDOW);
        return octets.length() + " octets, from octet " + at + " on " + octets.slice(at, to)
                + (to < octets.length() ? "…" : "");
    }
}
