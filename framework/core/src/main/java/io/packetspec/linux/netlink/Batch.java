package io.packetspec.linux.netlink;

import io.packetspec.linux.NetNs;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes to one namespace, sent together: a round trip costs more than most of them. */
public final class Batch {
    private static final int RTM_NEWLINK = 16;
    private static final int RTM_NEWADDR = 20;
    private static final int RTM_NEWROUTE = 24;
    private static final int RTM_NEWNEIGH = 28;

    private static final int NLM_F_REQUEST = 0x1;
    private static final int NLM_F_ACK = 0x4;
    private static final int NLM_F_EXCL = 0x200;
    private static final int NLM_F_CREATE = 0x400;
    private static final int CREATE = NLM_F_REQUEST | NLM_F_CREATE | NLM_F_EXCL;

    private static final int IFLA_ADDRESS = 1;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_LINKINFO = 18;
    private static final int IFLA_NET_NS_FD = 28;
    private static final int IFLA_INFO_KIND = 1;
    private static final int IFLA_INFO_DATA = 2;
    private static final int VETH_INFO_PEER = 1;
    private static final int IFF_UP = 1;

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    private static final int SCOPE_LINK = 253;
    private static final int RTA_DST = 1;
    private static final int RTA_OIF = 4;
    private static final int RTA_GATEWAY = 5;
    private static final int RT_TABLE_MAIN = 254;
    private static final int RTPROT_STATIC = 4;
    private static final int RTN_UNICAST = 1;
    private static final int NDA_DST = 1;
    private static final int NDA_LLADDR = 2;
    private static final int NUD_PERMANENT = 0x80;

    private final Message out = new Message();
    private final List<String> whats = new ArrayList<>();
    private int last;

    /** A veth pair, both ends down: one end in this namespace, the other in that one. */
    public Batch veth(VethEnd end, VethEnd peer, NetNs peerNamespace) {
        return add("creating interface " + end.name(), RTM_NEWLINK, CREATE, () -> {
            out.link(end.index(), 0, 0);
            describe(end);
            out.nest(IFLA_LINKINFO, () -> {
                out.attribute(IFLA_INFO_KIND, "veth");
                out.nest(
                        IFLA_INFO_DATA,
                        () -> out.nest(VETH_INFO_PEER, () -> {
                            out.link(peer.index(), 0, 0);
                            describe(peer);
                            out.attribute(IFLA_NET_NS_FD, peerNamespace.descriptor());
                        }));
            });
        });
    }

    private void describe(VethEnd end) {
        out.attribute(IFLA_IFNAME, end.name());
        out.attribute(IFLA_MTU, end.mtu());
        if (end.mac().length > 0) {
            out.attribute(IFLA_ADDRESS, end.mac());
        }
    }

    public Batch up(int index) {
        return add("setting interface " + index + " up", RTM_NEWLINK, NLM_F_REQUEST, () -> {
            out.link(index, IFF_UP, IFF_UP);
        });
    }

    public Batch down(int index) {
        return add("setting interface " + index + " down", RTM_NEWLINK, NLM_F_REQUEST, () -> {
            out.link(index, 0, IFF_UP);
        });
    }

    public Batch mtu(int index, int mtu) {
        return add("setting the MTU of interface " + index + " to " + mtu, RTM_NEWLINK, NLM_F_REQUEST, () -> {
            out.link(index, 0, 0);
            out.attribute(IFLA_MTU, mtu);
        });
    }

    /** An address; whether others are asked if they have it is up to the sysctl accept_dad. */
    public Batch address(int index, byte[] address, int prefixLength) {
        return add("adding address " + text(address) + "/" + prefixLength, RTM_NEWADDR, CREATE, () -> {
            out.octets(family(address), prefixLength, 0, isLinkLocal(address) ? SCOPE_LINK : 0);
            out.word(index);
            out.attribute(IFA_LOCAL, address);
            out.attribute(IFA_ADDRESS, address);
        });
    }

    /** A route by way of a gateway; without a destination, the default route of the gateway's family. */
    public Batch route(byte @Nullable [] to, int prefixLength, byte[] via) {
        String what = "adding route " + (to == null ? "default" : text(to) + "/" + prefixLength) + " via " + text(via);
        return add(what, RTM_NEWROUTE, CREATE, () -> {
            routeHeader(via, to == null ? 0 : prefixLength);
            if (to != null) {
                out.attribute(RTA_DST, to);
            }
            out.attribute(RTA_GATEWAY, via);
        });
    }

    /** A route to neighbours on an interface. */
    public Batch onLink(byte[] to, int prefixLength, int index) {
        return add("adding route " + text(to) + "/" + prefixLength, RTM_NEWROUTE, CREATE, () -> {
            routeHeader(to, prefixLength);
            out.attribute(RTA_DST, to);
            out.attribute(RTA_OIF, index);
        });
    }

    private void routeHeader(byte[] address, int prefixLength) {
        out.octets(family(address), prefixLength, 0, 0, RT_TABLE_MAIN, RTPROT_STATIC, 0, RTN_UNICAST);
        out.word(0);
    }

    /** A neighbour that is never asked for. */
    public Batch neighbour(int index, byte[] address, byte[] mac) {
        return add("adding neighbour " + text(address), RTM_NEWNEIGH, CREATE, () -> {
            out.octets(family(address), 0, 0, 0);
            out.word(index);
            out.half(NUD_PERMANENT);
            out.half(0);
            out.attribute(NDA_DST, address);
            out.attribute(NDA_LLADDR, mac);
        });
    }

    private Batch add(String what, int type, int flags, Runnable content) {
        last = out.length();
        whats.add(what);
        out.message(type, flags, whats.size(), content);
        return this;
    }

    boolean isEmpty() {
        return whats.isEmpty();
    }

    /** The messages, of which the last asks to be acknowledged: errors of earlier ones come unasked. */
    Message finish() {
        out.addFlags(last, NLM_F_ACK);
        return out;
    }

    int lastSequence() {
        return whats.size();
    }

    String what(int sequence) {
        return whats.get(sequence - 1);
    }

    private static int family(byte[] address) {
        return address.length == 4 ? AF_INET : AF_INET6;
    }

    private static boolean isLinkLocal(byte[] address) {
        return address.length == 16 && address[0] == (byte) 0xfe && (address[1] & 0xc0) == 0x80;
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an IP address has 4 or 16 octets, not " + address.length, e);
        }
    }
}
