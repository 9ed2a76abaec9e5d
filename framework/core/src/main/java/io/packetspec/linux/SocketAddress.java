package io.packetspec.linux;

import java.nio.ByteBuffer;

/**
 * The content of a struct sockaddr.
 *
 * @param address 4 octets for AF_INET, 16 for AF_INET6, the link-layer address for AF_PACKET; empty for other families
 * @param port of AF_INET and AF_INET6; the EtherType of AF_PACKET
 * @param scope the interface index of AF_INET6 (sin6_scope_id) and AF_PACKET (sll_ifindex), else 0
 */
public record SocketAddress(int family, byte[] address, int port, int scope) {
    public static final int AF_INET = 2;
    public static final int AF_INET6 = 10;
    public static final int AF_PACKET = 17;
    /** Room for any address: sizeof(struct sockaddr_storage). */
    static final int ROOM = 128;

    /** AF_INET or AF_INET6, by the number of octets. */
    public static SocketAddress internet(byte[] address, int port) {
        return new SocketAddress(address.length == 4 ? AF_INET : AF_INET6, address, port, 0);
    }

    public static SocketAddress packet(int protocol, int interfaceIndex) {
        return new SocketAddress(AF_PACKET, new byte[0], protocol, interfaceIndex);
    }

    public byte[] encode() {
        return switch (family) {
            case AF_INET -> start(16).putShort((short) port).put(address).array();
            case AF_INET6 ->
                host(start(28).putShort((short) port).putInt(0).put(address), scope)
                        .array();
            case AF_PACKET -> encodePacket();
            default -> start(16).array();
        };
    }

    private byte[] encodePacket() {
        ByteBuffer out = host(start(20).putShort((short) port), scope);
        return out.put(11, (byte) address.length).position(12).put(address).array();
    }

    private ByteBuffer start(int size) {
        ByteBuffer out = ByteBuffer.allocate(size);
        Native.wrap(out.array()).putShort((short) family);
        return out.position(2);
    }

    private static ByteBuffer host(ByteBuffer out, int value) {
        Native.wrap(out.array()).putInt(out.position(), value);
        return out.position(out.position() + Integer.BYTES);
    }
}
