package io.packetspec.fate;

import io.packetspec.linux.tracepoint.Symbols;

/**
 * What became of a packet.
 *
 * @param reason as the kernel's event names it, without SKB_DROP_REASON_ or SK_RST_REASON_
 * @param location the address in the kernel where it was dropped; 0 where the event does not say
 * @param protocol what the packet was by its Ethernet type; 0 where the event does not say
 */
public record Fate(Kind kind, String reason, long location, int protocol) {
    public enum Kind {
        /** The kernel dropped it. */
        DROP("skb:kfree_skb"),
        /** The kernel answered it with a reset, or reset a connection. */
        RESET("tcp:tcp_send_reset");

        private final String tracepoint;

        Kind(String tracepoint) {
            this.tracepoint = tracepoint;
        }

        public String tracepoint() {
            return tracepoint;
        }
    }

    private static final int ETH_P_IP = 0x0800;
    private static final int ETH_P_ARP = 0x0806;
    private static final int ETH_P_IPV6 = 0x86dd;

    /** Such as {@code TCP_CSUM in tcp_v4_rcv (ipv4)}. */
    @Override
    public String toString() {
        return reason
                + (location == 0 ? "" : " in " + Symbols.at(location))
                + (protocol == 0 ? "" : " (" + protocolName() + ")");
    }

    private String protocolName() {
        return switch (protocol) {
            case ETH_P_IP -> "ipv4";
            case ETH_P_ARP -> "arp";
            case ETH_P_IPV6 -> "ipv6";
            default -> String.format("ethernet type 0x%04x", protocol);
        };
    }
}
