package io.packetspec.linux.netlink;

import io.packetspec.linux.NetNs;
import java.util.ArrayList;
import java.util.List;

/** Changes to one namespace, sent together: a round trip costs more than most of them. */
public final class Batch {
    private static final int RTM_NEWLINK = 16;

    private static final int NLM_F_REQUEST = 0x1;
    private static final int NLM_F_ACK = 0x4;
    private static final int NLM_F_EXCL = 0x200;
    private static final int NLM_F_CREATE = 0x400;
    private static final int CREATE = NLM_F_REQUEST | NLM_F_CREATE | NLM_F_EXCL;

    private static final int IFLA_ADDRESS = 1;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_LINK = 5;
    private static final int IFLA_MASTER = 10;
    private static final int IFLA_TXQLEN = 13;
    private static final int IFLA_LINKINFO = 18;
    private static final int IFLA_NET_NS_FD = 28;
    private static final int IFLA_INFO_KIND = 1;
    private static final int IFLA_INFO_DATA = 2;
    private static final int VETH_INFO_PEER = 1;
    private static final int IFF_UP = 1;

    private static final int TUN_QUEUE = 10_000;
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

    /** An interface made by the kernel of others; {@code lower} is the index of the one below, 0 if there is none. */
    public Batch device(VethEnd end, LinkKind kind, int lower) {
        return add("creating the " + kind.name() + " " + end.name(), RTM_NEWLINK, CREATE, () -> {
            out.link(end.index(), 0, 0);
            describe(end);
            if (lower != 0 && kind.lower() == 0) {
                out.attribute(IFLA_LINK, lower);
            }
            out.nest(IFLA_LINKINFO, () -> {
                out.attribute(IFLA_INFO_KIND, kind.name());
                out.nest(IFLA_INFO_DATA, () -> {
                    kind.attributes().forEach(out::attribute);
                    if (lower != 0 && kind.lower() != 0) {
                        out.attribute(kind.lower(), lower);
                    }
                });
            });
        });
    }

    /** Makes an interface a port of a bridge. */
    public Batch port(int index, int bridge) {
        return add("making interface " + index + " a port of bridge " + bridge, RTM_NEWLINK, NLM_F_REQUEST, () -> {
            out.link(index, 0, 0);
            out.attribute(IFLA_MASTER, bridge);
        });
    }

    /** The MTU of a TUN interface, and room for what its program has not read yet. */
    public Batch tun(int index, int mtu) {
        return add("setting the MTU of interface " + index + " to " + mtu, RTM_NEWLINK, NLM_F_REQUEST, () -> {
            out.link(index, 0, 0);
            out.attribute(IFLA_MTU, mtu);
            out.attribute(IFLA_TXQLEN, TUN_QUEUE);
        });
    }

    public Batch apply(Operation operation, Entry entry) {
        boolean removed = operation == Operation.DELETE;
        return add(
                operation.words() + " " + entry.what(),
                removed ? entry.type() + 1 : entry.type(),
                NLM_F_REQUEST | operation.flags(),
                () -> entry.write(out, removed));
    }

    /** Adds what is not there; a neighbour that the kernel has begun to ask for, or another has added, is replaced. */
    public Batch add(Entry entry) {
        return apply(entry instanceof Neighbour ? Operation.REPLACE : Operation.ADD, entry);
    }

    /** An address; whether others are asked if they have it is up to the sysctl accept_dad. */
    public Batch address(int index, byte[] address, int prefixLength) {
        return add(new InterfaceAddress(index, address, prefixLength));
    }

    /** A neighbour that is never asked for. */
    public Batch neighbour(int index, byte[] address, byte[] mac) {
        return add(new Neighbour(address, mac, index, NUD_PERMANENT));
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
}
