package io.packetspec.packet.header;

import io.packetspec.packet.ChecksumRule;
import io.packetspec.packet.Dissection.Part;
import io.packetspec.packet.Octets;
import java.util.List;

/** The Internet checksum (RFC 1071) over what each protocol covers. */
final class Checksums {
    private Checksums() {}

    /** The header alone: IPv4, RFC 791 section 3.1. */
    static int header(Octets frame, List<Part> layers, int index) {
        Part part = layers.get(index);
        return folded(sum(frame, part.start(), part.headerEnd()));
    }

    /** Header and payload: ICMP, RFC 792. */
    static int whole(Octets frame, List<Part> layers, int index) {
        Part part = layers.get(index);
        return folded(sum(frame, part.start(), part.end()));
    }

    /** Pseudo header, header and payload: TCP (RFC 9293 section 3.1), ICMPv6 (RFC 4443 section 2.3). */
    static ChecksumRule transport(int protocol) {
        return (frame, layers, index) -> {
            Part part = layers.get(index);
            return transport(frame, layers, index, protocol, part.end() - part.start());
        };
    }

    /** As far as the header says, and never 0, which means that there is none: UDP, RFC 768. */
    static int udp(Octets frame, List<Part> layers, int index) {
        Part part = layers.get(index);
        int available = part.end() - part.start();
        int stated = (int) part.layer().number("len");
        boolean sane = stated >= part.headerEnd() - part.start() && stated <= available;
        int checksum = transport(frame, layers, index, 17, sane ? stated : available);
        return checksum == 0 ? 0xffff : checksum;
    }

    private static int transport(Octets frame, List<Part> layers, int index, int protocol, int length) {
        int start = layers.get(index).start();
        return folded(pseudoHeader(frame, layers, index, protocol, length) + sum(frame, start, start + length));
    }

    /** RFC 9293 section 3.1 and RFC 8200 section 8.1 come to the same sum; 0 if there is no IP layer outside. */
    private static long pseudoHeader(Octets frame, List<Part> layers, int index, int protocol, int length) {
        for (int i = index - 1; i >= 0; i--) {
            int start = layers.get(i).start();
            if (layers.get(i).layer().header() == Ipv4.HEADER) {
                return sum(frame, start + 12, start + 20) + protocol + length;
            }
            if (layers.get(i).layer().header() == Ipv6.HEADER) {
                return sum(frame, start + 8, start + 40) + protocol + (length >> 16) + (length & 0xffff);
            }
        }
        return 0;
    }

    private static long sum(Octets octets, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += (i - from) % 2 == 0 ? octets.at(i) << 8 : octets.at(i);
        }
        return sum;
    }

    private static int folded(long sum) {
        long folded = sum;
        while (folded >> 16 != 0) {
            folded = (folded & 0xffff) + (folded >> 16);
        }
        return (int) (~folded & 0xffff);
    }
}
