package io.packetspec.lab;

/** The IPv6 address that an interface gives itself, RFC 4291 appendix A. */
final class LinkLocal {
    static final int PREFIX = 64;

    private LinkLocal() {}

    static byte[] of(byte[] mac) {
        byte[] address = new byte[16];
        address[0] = (byte) 0xfe;
        address[1] = (byte) 0x80;
        System.arraycopy(mac, 0, address, 8, 3);
        address[8] ^= 2;
        address[11] = (byte) 0xff;
        address[12] = (byte) 0xfe;
        System.arraycopy(mac, 3, address, 13, 3);
        return address;
    }
}
