package io.packetspec.linux.netlink;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the ARP or neighbour discovery table.
 *
 * @param dev an interface's index
 * @param mac null: whichever it is, to remove it
 * @param state {@code NUD_…}
 */
public record Neighbour(byte[] to, byte @Nullable [] mac, int dev, int state) implements Entry {
    private static final int RTM_NEWNEIGH = 28;
    private static final int NDA_DST = 1;
    private static final int NDA_LLADDR = 2;

    @Override
    public String what() {
        return "neighbour " + Entry.text(to);
    }

    @Override
    public int type() {
        return RTM_NEWNEIGH;
    }

    @Override
    public void write(Message out, boolean removed) {
        out.octets(Entry.family(to.length == 16), 0, 0, 0);
        out.word(dev);
        out.half(state);
        out.half(0);
        out.attribute(NDA_DST, to);
        if (mac != null) {
            out.attribute(NDA_LLADDR, mac);
        }
    }
}
