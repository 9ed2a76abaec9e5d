package io.packetspec.packet;

/** How options with a kind and a length stand one behind the other. */
public enum OptionStyle {
    /** Kinds 0 and 1 are single octets, 0 ends the list: RFC 791 section 3.1, RFC 9293 section 3.1. */
    INTERNET(2, 0, 1),
    /** Kind 0 is a single octet, the length does not count kind and length: RFC 8200 section 4.2. */
    EXTENSION(1, 2, 1),
    /** The length counts units of eight octets: RFC 4861 section 4.6. */
    DISCOVERY(0, 0, 8);

    private static final int END = 0;
    private static final int PADN = 1;

    private final int singles;
    private final int uncounted;
    private final int unit;

    OptionStyle(int singles, int uncounted, int unit) {
        this.singles = singles;
        this.uncounted = uncounted;
        this.unit = unit;
    }

    /** What the length field of an option says that is so many octets long. */
    public long stated(int octets) {
        return (octets - uncounted + unit - 1) / unit;
    }

    /** Where the option that starts here ends by its own account; beyond the octets if that is nonsense. */
    int end(Octets octets, int at) {
        int nonsense = octets.length() + 1;
        if (this == INTERNET && octets.at(at) == END) {
            return isZero(octets, at) ? at + 1 : nonsense;
        }
        if (octets.at(at) < singles) {
            return at + 1;
        }
        int length = at + 1 < octets.length() ? octets.at(at + 1) * unit + uncounted : 0;
        return length >= 2 ? at + length : nonsense;
    }

    private static boolean isZero(Octets octets, int from) {
        int at = from;
        while (at < octets.length() && octets.at(at) == 0) {
            at++;
        }
        return at == octets.length();
    }

    /** How many octets an option takes that has so many. */
    int whole(int octets) {
        return (octets + unit - 1) / unit * unit;
    }

    /** Fills the octets from here on, which are zeros. */
    void pad(byte[] octets, int from) {
        if (this == EXTENSION && octets.length - from > 1) {
            octets[from] = PADN;
            octets[from + 1] = (byte) (octets.length - from - 2);
        }
    }
}
