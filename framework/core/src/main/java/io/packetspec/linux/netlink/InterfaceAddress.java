package io.packetspec.linux.netlink;

/**
 * An address of an interface; whether others are asked if they have it is up to the sysctl accept_dad.
 *
 * @param dev an interface's index
 */
public record InterfaceAddress(int dev, byte[] address, int length) implements Entry {
    private static final int RTM_NEWADDR = 20;
    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    private static final int SCOPE_LINK = 253;

    @Override
    public String what() {
        return "address " + Entry.text(address) + "/" + length;
    }

    @Override
    public int type() {
        return RTM_NEWADDR;
    }

    @Override
    public void write(Message out, boolean removed) {
        out.octets(Entry.family(address.length == 16), length, 0, isLinkLocal() ? SCOPE_LINK : 0);
        out.word(dev);
        out.attribute(IFA_LOCAL, address);
        out.attribute(IFA_ADDRESS, address);
    }

    private boolean isLinkLocal() {
        return address.length == 16 && address[0] == (byte) 0xfe && (address[1] & 0xc0) == 0x80;
    }
}
