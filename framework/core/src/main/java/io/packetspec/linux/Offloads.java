package io.packetspec.linux;

import io.packetspec.abi.Errno;
import java.util.LinkedHashMap;
import java.util.Map;

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

    private static final Map<String, Boolean> USUAL =
            Map.of("tx-checksum", false, "tso", false, "gso", false, "gro", false);

    private Offloads() {}

    /**
     * Turns off transmit checksums, TSO, GSO and GRO of an interface in the socket's namespace, and on or off what is
     * said by its name: rx-checksum, tx-checksum, sg, tso, gso, gro.
     *
     * @param mayLack whether it is no error that it has none of those that are turned off unasked
     */
    public static void set(NetlinkSocket namespace, String interfaceName, Map<String, Boolean> said, boolean mayLack) {
        COMMANDS.forEach((name, command) -> {
            Boolean on = said.getOrDefault(name, USUAL.get(name));
            if (on != null) {
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
