package io.packetspec.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of interface that the kernel makes of others, with its own attributes (if_link.h).
 *
 * @param lower the attribute that names the interface below; 0: it is IFLA_LINK
 */
public record LinkKind(String name, int lower, Map<Integer, byte[]> attributes) {
    private static final int IFLA_BR_FORWARD_DELAY = 1;
    private static final int IFLA_BR_AGEING_TIME = 4;
    private static final int IFLA_BR_STP_STATE = 5;
    private static final int IFLA_BR_MCAST_SNOOPING = 23;
    private static final int IFLA_MACVLAN_MODE = 1;
    private static final int IFLA_VXLAN_ID = 1;
    private static final int IFLA_VXLAN_GROUP = 2;
    private static final int IFLA_VXLAN_LINK = 3;
    private static final int IFLA_VXLAN_LOCAL = 4;
    private static final int IFLA_VXLAN_PORT = 15;
    private static final int IFLA_VXLAN_GROUP6 = 16;
    private static final int IFLA_VXLAN_LOCAL6 = 17;

    /** Times in hundredths of a second; no snooping, whose queries nobody asked for. */
    public static LinkKind bridge(boolean stp, int forwardDelay, int ageing) {
        Map<Integer, byte[]> attributes = new LinkedHashMap<>();
        attributes.put(IFLA_BR_STP_STATE, word(stp ? 1 : 0));
        // Without STP the kernel takes any; with it, none below 2 s.
        attributes.put(IFLA_BR_FORWARD_DELAY, word(forwardDelay));
        attributes.put(IFLA_BR_AGEING_TIME, word(ageing));
        attributes.put(IFLA_BR_MCAST_SNOOPING, new byte[] {0});
        return new LinkKind("bridge", 0, attributes);
    }

    /** @param mode {@code MACVLAN_MODE_…} */
    public static LinkKind macvlan(int mode) {
        return new LinkKind("macvlan", 0, Map.of(IFLA_MACVLAN_MODE, word(mode)));
    }

    public static LinkKind vxlan(int id, byte @Nullable [] local, byte @Nullable [] remote, int port) {
        Map<Integer, byte[]> attributes = new LinkedHashMap<>();
        attributes.put(IFLA_VXLAN_ID, word(id));
        attributes.put(IFLA_VXLAN_PORT, new byte[] {(byte) (port >> 8), (byte) port});
        if (local != null) {
            attributes.put(local.length == 4 ? IFLA_VXLAN_LOCAL : IFLA_VXLAN_LOCAL6, local);
        }
        if (remote != null) {
            attributes.put(remote.length == 4 ? IFLA_VXLAN_GROUP : IFLA_VXLAN_GROUP6, remote);
        }
        return new LinkKind("vxlan", IFLA_VXLAN_LINK, attributes);
    }

    private static byte[] word(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }
}
