package io.packetspec.linux.netlink;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** What a namespace's tables can hold, and can be told to forget. */
public sealed interface Entry permits Route, Rule, Neighbour, InterfaceAddress {
    /** In words, for errors. */
    String what();

    /** The message that adds it, RTM_NEW…; the one that removes it is the next. */
    int type();

    /** The message's content. */
    void write(Message out, boolean removed);

    static int family(boolean ipv6) {
        return ipv6 ? 10 : 2;
    }

    static String text(byte @Nullable [] address) {
        if (address == null) {
            return "default";
        }
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an IP address has 4 or 16 octets, not " + address.length, e);
        }
    }
}
