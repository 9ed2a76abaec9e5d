package io.packetspec.linux;

/**
 * TCP packets that stand for several segments, as network cards put them together: each is described to the kernel by a
 * struct virtio_net_hdr.
 *
 * @param size of the segments; 0: packets are what they are
 */
record LargeSegments(int size) {
    static final int HEADER = 10;
    private static final int TCP = 6;
    private static final int VIRTIO_NET_HDR_GSO_TCPV4 = 1;
    private static final int VIRTIO_NET_HDR_GSO_TCPV6 = 4;

    byte[] described(byte[] packet) {
        if (size == 0) {
            return packet;
        }
        byte[] described = new byte[HEADER + packet.length];
        System.arraycopy(packet, 0, described, HEADER, packet.length);
        boolean four = packet[0] >> 4 == 4;
        if (packet[four ? 9 : 6] == TCP) {
            described[1] = (byte) (four ? VIRTIO_NET_HDR_GSO_TCPV4 : VIRTIO_NET_HDR_GSO_TCPV6);
            Native.wrap(described).putShort(4, (short) size);
        }
        return described;
    }
}
