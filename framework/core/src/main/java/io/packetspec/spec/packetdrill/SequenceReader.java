package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;

/** Reads {@code 1:1001(1000)}. */
final class SequenceReader {
    private SequenceReader() {}

    static Sequence read(Tokens tokens) {
        At at = tokens.at();
        if (!tokens.is(TokenKind.INTEGER)) {
            throw tokens.expected("sequence numbers, start:end(length)");
        }
        long start = Unsigned.read(tokens, "a sequence number", 32);
        tokens.expect(":");
        long end = Unsigned.read(tokens, "a sequence number", 32);
        Sequence sequence = new Sequence(at, start, end, UdpReader.length(tokens));
        if (end != start + sequence.length()) {
            throw new Refusal(
                    at, "from " + start + " to " + end + " are " + (end - start) + " octets, not " + sequence.length());
        }
        return sequence;
    }
}
