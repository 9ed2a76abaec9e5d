package io.packetspec.lab;

import io.packetspec.lab.Plan.AddressPlan;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

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

    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    /** Whether frames have been seen to be stamped when they arrive, not when they are read. */
    private static volatile boolean stamped;

    private Readiness() {}

    /** Asks for the interface's IPv6 address where it has one, else for its IPv4 address, else not at all. */
    static void prove(Wire wire, Cabling.ToWire end, boolean ipv6) {
        byte[] mac = end.port().plan().mac();
        byte[] ipv4 = ipv4(end);
        if (ipv6) {
            byte[] target = LinkLocal.of(mac);
            ask(wire, end, solicitation(end.wire().mac(), target), target);
        } else if (ipv4 != null) {
            ask(wire, end, arp(end.wire().mac(), ipv4), ipv4);
        }
    }

    private static byte @Nullable [] ipv4(Cabling.ToWire end) {
        return end.port().plan().addresses().stream()
                .map(AddressPlan::address)
                .filter(address -> address.length == 4)
                .findFirst()
                .orElse(null);
    }

    private static void ask(Wire wire, Cabling.ToWire end, byte[] question, byte[] target) {
        long deadline = System.nanoTime() + PATIENCE;
        askOnce(wire, end, question, target, deadline);
        // Once a JVM: see ReceiveStamps.
        while (!stamped) {
            wire.inject(question);
            LockSupport.parkNanos(2 * MILLISECOND);
            long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
            Wire.Frame frame = wire.next(deadline);
            if (frame == null) {
                throw new IllegalStateException("the kernel does not stamp frames as they arrive");
            }
            stamped = frame.time() < now - MILLISECOND / 2;
        }
    }

    private static void askOnce(Wire wire, Cabling.ToWire end, byte[] question, byte[] target, long deadline) {
        wire.inject(question);
        Wire.Frame frame;
        do {
            frame = wire.next(deadline);
            if (frame == null) {
                throw new IllegalStateException("wire " + wire.name() + ": "
                        + end.port().fullName() + " does not answer the question whether it is there");
            }
        } while (!answers(frame.octets(), target));
    }

    private static boolean answers(byte[] frame, byte[] target) {
        return target.length == 16 ? isAdvertisement(frame, target) : isReply(frame, target);
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

    private static byte[] arp(byte[] mac, byte[] target) {
        return ByteBuffer.allocate(60)
                .putShort((short) 0xffff)
                .putInt(-1)
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
