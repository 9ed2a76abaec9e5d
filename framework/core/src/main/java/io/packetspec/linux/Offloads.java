package io.packetspec.linux;

import io.packetspec.abi.Errno;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a driver promises to do to frames later. Off, so that a checksum or a length seen on a wire is a real one. */
public final class Offloads {
    private static final int SIOCETHTOOL = 0x8946;
    private static final Errno EOPNOTSUPP = Errno.of(95);

    /** ETHTOOL_S…, those first that others need. */
    private static final Map<String, Integer> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("rx-checksum", 0x15);
        COMMANDS.put("tx-checksum", 0x17);
        COMMANDS.put("sg", 0x19);
        COMMANDS.put("tso", 0x1f);
        COMMANDS.put("gso", 0x24);
        COMMANDS.put("gro", 0x2c);
    }

    /** Those of an Ethernet card that are turned off unasked. */
    public static final Set<String> OF_CARD = Set.of("tx-checksum", "tso", "gso", "gro");

    /** Those of a TUN device, which has no others unless its program takes large segments. */
    public static final Set<String> OF_TUN = Set.of("gso", "gro");

    private Offloads() {}

    /**
     * Turns offloads of an interface in the socket's namespace on or off by their names: rx-checksum, tx-checksum, sg, tso,
     * gso, gro.
     *
     * @param off those that are off if nothing is said of them
     * @param mayLack whether it is no error that it has none of those that are turned off unasked
     */
    public static void set(
            NetlinkSocket namespace,
            String interfaceName,
            Set<String> off,
            Map<String, Boolean> said,
            boolean mayLack) {
        COMMANDS.forEach((name, command) -> {
            if (said.containsKey(name) || off.contains(name)) {
                boolean on = said.getOrDefault(name, false);
                set(namespace, interfaceName, command, on, mayLack && !said.containsKey(name));
            }
        });
    }

    private static void set(NetlinkSocket namespace, String interfaceName, int command, boolean on, boolean mayLack) {
        byte[] value = new byte[8]; // struct ethtool_value: command, data
        Native.wrap(value).putInt(command).putInt(on ? 1 : 0);
        int result = Ioctl.withPointer(namespace.descriptor(), SIOCETHTOOL, Ioctl.ifreq(interfaceName), value);
        if (result < 0 && mayLack && Native.errno().equals(EOPNOTSUPP)) {
            return;
        }
        Native.checked(
                result, "ioctl(SIOCETHTOOL, " + interfaceName + ", command 0x" + Integer.toHexString(command) + ")");
    }
}
