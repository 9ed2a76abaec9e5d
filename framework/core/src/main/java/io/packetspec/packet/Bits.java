package io.packetspec.packet;

/** Numbers of up to 63 bits at any bit of a sequence of octets, in network order: bit 0 is the highest of octet 0. */
final class Bits {
    private Bits() {}

    static long read(Octets octets, int bit, int count) {
        long number = 0;
        for (int i = bit; i < bit + count; i++) {
            number = number << 1 | octets.at(i / 8) >> (7 - i % 8) & 1;
        }
        return number;
    }

    static void write(byte[] octets, int bit, int count, long number) {
        for (int i = 0; i < count; i++) {
            int at = bit + i;
            int mask = 0x80 >> at % 8;
            boolean set = (number >> (count - 1 - i) & 1) == 1;
            octets[at / 8] = (byte) (set ? octets[at / 8] | mask : octets[at / 8] & ~mask);
        }
    }
}
