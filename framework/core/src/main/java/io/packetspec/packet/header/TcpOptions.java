package io.packetspec.packet.header;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;

/** TCP options: RFC 9293 section 3.2, RFC 7323, RFC 2018. */
final class TcpOptions {
    private static final Header BLOCK = Header.of("block", Field.of("left", 32), Field.of("right", 32));

    static final Header[] ALL = {
        GenericOption.single("eol", 0).asPadding(),
        GenericOption.single("nop", 1),
        GenericOption.of("mss", 2, Field.of("mss", 16)),
        GenericOption.of("wscale", 3, Field.of("wscale", 8)),
        GenericOption.of("sackOK", 4),
        GenericOption.of("sack", 5, Field.options("sack", BLOCK)),
        GenericOption.of("ts", 8, Field.of("val", 32), Field.of("ecr", 32)),
        Header.RAW
    };

    private TcpOptions() {}
}
