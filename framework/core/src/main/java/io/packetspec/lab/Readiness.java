package io.packetspec.lab;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Proves that a wire works both ways, and takes off it what was said during set-up: whatever comes before the answer to
 * a question that leaves no trace in the host. The question is that of duplicate address detection, whose unspecified
 * sender becomes nobody's neighbour.
 */
final class Readiness {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final int ETHERNET = 14;
    private static final int IPV6 = 40;
    private static final int ICMPV6 = 58;
    private static final int TARGET = ETHERNET + IPV6 + 8;
    private static final byte NEIGHBOUR_SOLICITATION = (byte) 135;
    private static final byte NEIGHBOUR_ADVERTISEMENT = (byte) 136;
    private static final int ARP_REPLY = 2;
    private static final byte[] BROADCAST = {-1, -1, -1, -1, -1, -1};
    /** As the markers of a run: see Barrier. */
    private static final byte[] NOBODY = {0x02, (byte) 0xba, 0x44, 0x01, 0, 0};

    private static final byte[] MARKER = {0, 0x02, (byte) 0xba, 0x44, 0x01, 0, 0};

    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    /** Whether frames have been seen to be stamped when they arrive, not when they are read. */
    private static volatile boolean stamped;

    private Readiness() {}

    /**
     * A TUN device works once it is there. Else this asks for the interface's IPv6 address where it has one, else for its
     * IPv4 address. Behind a bridge it asks by ARP,
     * whose answer comes to nobody else, and from a MAC that nobody has: the bridge learns nothing that matters.
     */
    static void prove(Wire wire, Cabling.ToWire end, Cabling.Port top, boolean ipv6) {
        byte[] mac = top.plan().mac();
        byte[] ipv4 = wire.vicinity().probed();
        if (wire.isLayer3() && stamped) {
            discard(wire);
        } else if (wire.isLayer3()) {
            prove(wire, end, frame -> Arrays.equals(frame, MARKER), () -> wire.mark(MARKER, deadline()));
        } else if (top != end.port() && ipv4.length > 0) {
            byte[] question = arp(mac, NOBODY, ipv4);
            prove(wire, end, frame -> isReply(frame, ipv4), () -> wire.inject(question));
        } else if (ipv6) {
            byte[] target = LinkLocal.of(mac);
            byte[] question = solicitation(end.wire().mac(), target);
            prove(wire, end, frame -> isAdvertisement(frame, target), () -> wire.inject(question));
        } else if (ipv4.length > 0) {
            byte[] question = arp(BROADCAST, end.wire().mac(), ipv4);
            prove(wire, end, frame -> isReply(frame, ipv4), () -> wire.inject(question));
        }
    }

    /** Takes off a wire what was sent there while others were proved. */
    static void discard(Wire wire) {
        while (wire.next(System.nanoTime()) != null) {
            continue;
        }
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE;
    }

    private static void prove(Wire wire, Cabling.ToWire end, Predicate<byte[]> answer, Runnable question) {
        long deadline = deadline();
        askOnce(wire, end, answer, question, deadline);
        // Once a JVM: see ReceiveStamps.
        while (!stamped) {
            question.run();
            LockSupport.parkNanos(2 * MILLISECOND);
            long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
            Wire.Frame frame = wire.next(deadline);
            if (frame == null) {
                throw new IllegalStateException("the kernel does not stamp frames as they arrive");
            }
            stamped = frame.time() < now - MILLISECOND / 2;
        }
    }

    private static void askOnce(
            Wire wire, Cabling.ToWire end, Predicate<byte[]> answer, Runnable question, long deadline) {
        question.run();
        Wire.Frame frame;
        do {
            frame = wire.next(deadline);
            if (frame == null) {
                throw new IllegalStateException("wire " + wire.name() + ": "
                        + end.port().fullName() + " does not answer the question whether it is there");
            }
        } while (!answer.test(frame.octets()));
    }

    private static boolean isAdvertisement(byte[] frame, byte[] target) {
        return frame.length >= TARGET + 16
                && frame[ETHERNET + 6] == ICMPV6
                && frame[ETHERNET + IPV6] == NEIGHBOUR_ADVERTISEMENT
                && Arrays.equals(frame, TARGET, TARGET + 16, target, 0, 16);
    }

    private static boolean isReply(byte[] frame, byte[] target) {
        return frame.length >= ETHERNET + 28
                && ByteBuffer.wrap(frame).getShort(12) == 0x0806
                && frame[ETHERNET + 7] == ARP_REPLY
                && Arrays.equals(frame, ETHERNET + 14, ETHERNET + 18, target, 0, 4);
    }

    private static byte[] arp(byte[] destination, byte[] mac, byte[] target) {
        return ByteBuffer.allocate(60)
                .put(destination)
                .put(mac)
                .putShort((short) 0x0806)
                .putLong(0x0001_0800_0604_0001L)
                .put(mac)
                .putInt(0)
                .put(new byte[6])
                .put(target)
                .array();
    }

    /** RFC 4861 4.3, to the target's solicited-node group. */
    private static byte[] solicitation(byte[] mac, byte[] target) {
        ByteBuffer frame = ByteBuffer.allocate(TARGET + 16);
        frame.putShort((short) 0x3333)
                .put((byte) 0xff)
                .put(target, 13, 3)
                .put(mac)
                .putShort((short) 0x86dd);
        frame.putInt(6 << 28).putShort((short) 24).put((byte) ICMPV6).put((byte) 255);
        frame.position(ETHERNET + 24).putLong(0xff02_0000_0000_0000L).putInt(1).put((byte) 0xff);
        frame.put(target, 13, 3).put(NEIGHBOUR_SOLICITATION).position(TARGET).put(target);
        return frame.putShort(ETHERNET + IPV6 + 2, checksum(frame)).array();
    }

    private static short checksum(ByteBuffer frame) {
        int sum = 24 + ICMPV6;
        for (int at = ETHERNET + 8; at < frame.capacity(); at += 2) {
            sum += Short.toUnsignedInt(frame.getShort(at));
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        return (short) ~((sum & 0xffff) + (sum >>> 16));
    }
}
