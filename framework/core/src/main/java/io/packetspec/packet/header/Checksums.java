package io.packetspec.packet.header;

import io.packetspec.packet.ChecksumRule;
import io.packetspec.packet.Dissection.Part;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/** The Internet checksum (RFC 1071) over what each protocol covers, and SCTP's. */
final class Checksums {
    private static final int ADDRESS = 16;

    /** Behind a word of its own, segments last first: RFC 8754 section 2. */
    private static final long SEGMENT_ROUTING = 4;

    /** Those and the types whose data are a word and addresses: RFC 2460 section 4.4, RFC 6275 section 6.4. */
    private static final Set<Long> ADDRESS_ROUTING = Set.of(0L, 2L, SEGMENT_ROUTING);

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

    /** Header and payload by another sum, lowest octet first: SCTP, RFC 9260 appendix A. */
    static long crc32c(Octets frame, List<Part> layers, int index) {
        Part part = layers.get(index);
        CRC32C sum = new CRC32C();
        sum.update(frame.slice(part.start(), part.end()).toArray());
        return Integer.toUnsignedLong(Integer.reverseBytes((int) sum.getValue()));
    }

    private static int transport(Octets frame, List<Part> layers, int index, int protocol, int length) {
        int start = layers.get(index).start();
        return folded(pseudoHeader(frame, layers, index, protocol, length) + sum(frame, start, start + length));
    }

    /** Where a source route has not come to its end (RFC 8200 section 8.1), the address that its end is. */
    private static Optional<Octets> finalDestination(Part part) {
        Layer layer = part.layer();
        if (layer.header() != Extensions.ROUTING || layer.number("segleft") == 0) {
            return Optional.empty();
        }
        Octets data = (Octets) layer.value("data").orElse(Octets.NONE);
        int last = layer.number("type") == SEGMENT_ROUTING ? 4 : data.length() - ADDRESS;
        boolean known = ADDRESS_ROUTING.contains(layer.number("type")) && last >= 4 && last + ADDRESS <= data.length();
        return known ? Optional.of(data.slice(last, last + ADDRESS)) : Optional.empty();
    }

    /** RFC 9293 section 3.1 and RFC 8200 section 8.1 come to the same sum; 0 if there is no IP layer outside. */
    private static long pseudoHeader(Octets frame, List<Part> layers, int index, int protocol, int length) {
        Optional<Octets> destination = Optional.empty();
        for (int i = index - 1; i >= 0; i--) {
            destination = destination.isPresent() ? destination : finalDestination(layers.get(i));
            int start = layers.get(i).start();
            if (layers.get(i).layer().header() == Ipv4.HEADER) {
                return sum(frame, start + 12, start + 20) + protocol + length;
            }
            if (layers.get(i).layer().header() == Ipv6.HEADER) {
                Octets to = destination.orElseGet(() -> frame.slice(start + 24, start + 40));
                return sum(frame, start + 8, start + 24)
                        + sum(to, 0, to.length())
                        + protocol
                        + (length >> 16)
                        + (length & 0xffff);
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
