package io.packetspec.lab;

import java.nio.ByteBuffer;

/** A TCP segment without options or data, as a frame from the peer to the host under test. */
record Segment(byte[] from, byte[] to, int sport, int dport, int seq, int ack, int flags) {
    static final int SYN_ACK = 0x12;
    static final int RST = 0x04;

    static Segment synAck(String to) {
        String from = to.contains(":") ? "2001:db8::2" : "192.0.2.2";
        return new Segment(Plans.address(from), Plans.address(to), 80, 40000, 1000, 7, SYN_ACK);
    }

    byte[] frame() {
        boolean ipv4 = from.length == 4;
        ByteBuffer frame = ByteBuffer.allocate(14 + (ipv4 ? 20 : 40) + 20);
        frame.put(Plans.DUT_MAC).put(Plans.PEER_MAC).putShort((short) (ipv4 ? 0x0800 : 0x86dd));
        if (ipv4) {
            frame.putShort((short) 0x4500).putShort((short) 40).putInt(0x4000).putShort((short) 0x4006);
            frame.putShort((short) 0).put(from).put(to);
            frame.putShort(24, fold(sum(frame, 14, 34)));
        } else {
            frame.putInt(6 << 28)
                    .putShort((short) 20)
                    .putShort((short) 0x0640)
                    .put(from)
                    .put(to);
        }
        int tcp = frame.position();
        frame.putShort((short) sport).putShort((short) dport).putInt(seq).putInt(ack);
        frame.putShort((short) (0x5000 | flags)).putShort((short) 65535).putInt(0);
        int sum = 6 + 20 + sum(ByteBuffer.wrap(from), 0, from.length) + sum(ByteBuffer.wrap(to), 0, to.length);
        return frame.putShort(tcp + 16, fold(sum + sum(frame, tcp, tcp + 20))).array();
    }

    /** Whether this is the answer of a host without a socket: a RST whose sequence number is our acknowledgement. */
    boolean isAnsweredBy(byte[] frame) {
        ByteBuffer in = ByteBuffer.wrap(frame);
        int tcp = 14 + (from.length == 4 ? 20 : 40);
        return frame.length >= tcp + 20
                && Short.toUnsignedInt(in.getShort(tcp)) == dport
                && Short.toUnsignedInt(in.getShort(tcp + 2)) == sport
                && in.getInt(tcp + 4) == ack
                && (in.getShort(tcp + 12) & 0xfff) == RST
                && fold(6 + 20 + sum(in, 26 - (from.length == 4 ? 0 : 4), tcp + 20)) == 0;
    }

    private static int sum(ByteBuffer octets, int from, int to) {
        int sum = 0;
        for (int at = from; at < to; at += 2) {
            sum += Short.toUnsignedInt(octets.getShort(at));
        }
        return sum;
    }

    private static short fold(int sum) {
        int half = (sum & 0xffff) + (sum >>> 16);
        return (short) ~((half & 0xffff) + (half >>> 16));
    }
}
