package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Flags of TCP.
 *
 * @param ace the counter of Accurate ECN (RFC 9768) that AE, CWR and ECE form, if the flags were written by it
 */
public record TcpFlags(At at, Set<Flag> set, OptionalLong ace) {
    public TcpFlags {
        EnumSet<Flag> ordered = EnumSet.noneOf(Flag.class);
        ordered.addAll(set);
        set = Collections.unmodifiableSet(ordered);
    }

    /** In the order in which they are printed. */
    public enum Flag {
        SYN('S'),
        FIN('F'),
        RST('R'),
        PSH('P'),
        URG('U'),
        ECE('E'),
        CWR('W'),
        AE('A'),
        ACK('.');

        private final char letter;

        Flag(char letter) {
            this.letter = letter;
        }

        static Optional<Flag> of(char letter) {
            return Arrays.stream(values()).filter(flag -> flag.letter == letter).findAny();
        }

        boolean isOfEcn() {
            return this == ECE || this == CWR || this == AE;
        }
    }

    /** {@code S.}, or {@code -} if there is none. */
    @Override
    public String toString() {
        String letters = set.stream().map(flag -> String.valueOf(flag.letter)).collect(Collectors.joining());
        String all = letters + (ace.isPresent() ? ace.getAsLong() : "");
        return all.isEmpty() ? "-" : all;
    }
}
