package io.packetspec.linux;

import java.nio.charset.StandardCharsets;

/** What a driver promises to do to frames later. Off, so that a checksum or a length seen on a wire is a real one. */
public final class Offloads {
    private static final int SIOCETHTOOL = 0x8946;
    private static final int ETHTOOL_STXCSUM = 0x17;
    private static final int ETHTOOL_STSO = 0x1f;
    private static final int ETHTOOL_SGSO = 0x24;
    private static final int ETHTOOL_SGRO = 0x2c;
    private static final int IFNAMSIZ = 16;

    private Offloads() {}

    /** Turns off transmit checksums, TSO, GSO and GRO of an interface in the socket's namespace. */
    public static void disable(NetlinkSocket namespace, String interfaceName) {
        int[] commands = {ETHTOOL_STXCSUM, ETHTOOL_STSO, ETHTOOL_SGSO, ETHTOOL_SGRO};
        for (int command : commands) {
            set(namespace, interfaceName, command);
        }
    }

    private static void set(NetlinkSocket namespace, String interfaceName, int command) {
        byte[] value = new byte[8]; // struct ethtool_value: command, data 0
        Native.wrap(value).putInt(command);
        Native.checked(
                Ioctl.withPointer(namespace.descriptor(), SIOCETHTOOL, name(interfaceName), value),
                "ioctl(SIOCETHTOOL, " + interfaceName + ", command 0x" + Integer.toHexString(command) + ")");
    }

    private static byte[] name(String interfaceName) {
        byte[] ifreq = new byte[40];
        byte[] name = interfaceName.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, ifreq, 0, Math.min(name.length, IFNAMSIZ - 1));
        return ifreq;
    }
}
