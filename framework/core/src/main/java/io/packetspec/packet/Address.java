package io.packetspec.packet;

/** A link-layer (6 octets), IPv4 (4) or IPv6 (16) address. */
public record Address(Octets octets) {
    public Address {
        if (octets.length() != 4 && octets.length() != 6 && octets.length() != 16) {
            throw new IllegalArgumentException("an address has 4, 6 or 16 octets, not " + octets.length());
        }
    }

    /**
     * Reads what {@link #toString()} writes, and every other text of RFC 4291 section 2.2.
     *
     * @throws IllegalArgumentException if the text is no MAC, IPv4 or IPv6 address; no name is ever looked up
     */
    public static Address parse(String text) {
        return new Address(Octets.view(AddressText.parse(text)));
    }

    public boolean isIpv4() {
        return octets.length() == 4;
    }

    public boolean isIpv6() {
        return octets.length() == 16;
    }

    public boolean isMac() {
        return octets.length() == 6;
    }

    /** Dotted quad, colon-separated MAC, or the canonical IPv6 text of RFC 5952. */
    @Override
    public String toString() {
        return AddressText.print(octets);
    }
}
