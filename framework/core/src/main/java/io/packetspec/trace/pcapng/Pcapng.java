package io.packetspec.trace.pcapng;

import io.packetspec.trace.Event;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A capture file of one wire, draft-ietf-opsawg-pcapng: Ethernet frames or IP packets with nanosecond stamps, injected ones marked
 * as inbound to the host and the kernel's own as outbound.
 */
public final class Pcapng {
    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final short LINKTYPE_ETHERNET = 1;
    private static final short LINKTYPE_RAW = 101;
    private static final short OPT_END = 0;
    private static final short SHB_USERAPPL = 4;
    private static final short IF_NAME = 2;
    private static final short IF_TSRESOL = 9;
    private static final short EPB_FLAGS = 2;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private Pcapng() {}

    /** The file's octets. */
    public static byte[] of(String wire, List<Event.Frame> frames) {
        Pcapng pcapng = new Pcapng();
        pcapng.section();
        pcapng.wire(wire, frames.stream().anyMatch(Event.Frame::layer3) ? LINKTYPE_RAW : LINKTYPE_ETHERNET);
        frames.forEach(pcapng::frame);
        return pcapng.file.toByteArray();
    }

    private void section() {
        ByteBuffer body =
                buffer(64).putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0);
        body.putLong(-1);
        option(body, SHB_USERAPPL, "packetspec".getBytes(StandardCharsets.US_ASCII));
        block(SECTION_HEADER, end(body));
    }

    private void wire(String name, short type) {
        byte[] octets = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer body = buffer(64 + octets.length).putShort(type).putShort((short) 0);
        body.putInt(0);
        option(body, IF_NAME, octets);
        option(body, IF_TSRESOL, new byte[] {9});
        block(INTERFACE_DESCRIPTION, end(body));
    }

    private void frame(Event.Frame frame) {
        int length = frame.octets().length();
        ByteBuffer body = buffer(64 + length).putInt(0);
        body.putInt((int) (frame.time() >>> 32)).putInt((int) frame.time());
        body.putInt(length).putInt(length).put(frame.octets().toArray());
        pad(body);
        option(body, EPB_FLAGS, new byte[] {(byte) (frame.injected() ? 1 : 2), 0, 0, 0});
        block(ENHANCED_PACKET, end(body));
    }

    private void block(int type, ByteBuffer body) {
        int length = body.remaining() + 12;
        ByteBuffer block = buffer(length).putInt(type).putInt(length).put(body).putInt(length);
        file.writeBytes(block.array());
    }

    private static void option(ByteBuffer body, short code, byte[] value) {
        body.putShort(code).putShort((short) value.length).put(value);
        pad(body);
    }

    private static ByteBuffer end(ByteBuffer body) {
        return body.putShort(OPT_END).putShort((short) 0).flip();
    }

    private static void pad(ByteBuffer body) {
        while (body.position() % 4 != 0) {
            body.put((byte) 0);
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
