package io.packetspec.linux.netlink;

/**
 * One end of a veth pair.
 *
 * @param index its interface index; the two ends must differ, or the kernel thinks it has no other end
 * @param mac its address, or empty for one of the kernel's choice
 */
public record VethEnd(String name, int index, byte[] mac, int mtu) {}
