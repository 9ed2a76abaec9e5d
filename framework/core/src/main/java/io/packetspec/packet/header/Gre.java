package io.packetspec.packet.header;

import io.packetspec.packet.Context;
import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Names;
import java.util.Optional;

/** GRE: RFC 2784 and RFC 2890. Flags are for the words that are there: checksum, key, sequence number. */
final class Gre {
    private static final int CHECKSUM = 8;
    private static final int ROUTING = 4;
    private static final int KEY = 2;
    private static final int SEQUENCE = 1;

    static final Header HEADER = Header.of(
                    "gre",
                    Field.of("flags", 4).flags(Names.NONE, "S", "K", "R", "C").computed(Gre::flags),
                    Field.of("reserved", 9),
                    Field.of("version", 3),
                    Field.of("proto", 16).hex().selecting(Protocols.ETHER_TYPES, Protocols.EXPERIMENTAL_TYPE),
                    Field.of("checksum", 16)
                            .checksum(Checksums::whole)
                            .optional(layer -> has(layer, CHECKSUM | ROUTING)),
                    Field.of("reserved1", 16).optional(layer -> has(layer, CHECKSUM | ROUTING)),
                    Field.of("key", 32).optional(layer -> has(layer, KEY)),
                    Field.of("seq", 32).optional(layer -> has(layer, SEQUENCE)))
            .withNext(Gre::next)
            .withSummary("proto? flags? key seq");

    private Gre() {}

    private static long flags(Context context) {
        boolean summed = isSet(context, "checksum") || context.layer().number("reserved1") != 0;
        return (summed ? CHECKSUM : 0) | (isSet(context, "key") ? KEY : 0) | (isSet(context, "seq") ? SEQUENCE : 0);
    }

    private static boolean isSet(Context context, String field) {
        return context.layer().value(field).isPresent();
    }

    private static boolean has(Layer layer, int flags) {
        return (layer.number("flags") & flags) != 0;
    }

    /** Not behind source routes (RFC 1701) and in PPTP's version (RFC 2637), which have other words. */
    private static Optional<Header> next(Layer layer) {
        boolean known = !has(layer, ROUTING) && layer.number("version") == 0;
        return known ? Protocols.next("proto", Protocols.ETHER_TYPES).apply(layer) : Optional.empty();
    }
}
