package io.packetspec.lab;

import io.packetspec.linux.Sysctl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes a fresh namespace say nothing unasked, and what keeps the machine's own settings out of it: a new
 * namespace takes net.ipv4.conf over from the initial one unless net.core.devconf_inherit_init_net says otherwise.
 */
final class Quiet {
    /** Values as the kernel itself starts with, except where a remark says why not. Order matters: see ip_forward. */
    private static final Map<String, String> HOST = new LinkedHashMap<>();

    /** While an interface comes up: MLD reports of version 1 go out at once, and again after a random part of this. */
    private static final List<String> MLD = List.of("force_mld_version", "mldv1_unsolicited_report_interval");

    static {
        HOST.put("net.ipv4.ip_forward", "0"); // first: a change of it changes others
        for (String scope : List.of("all", "default")) {
            String ipv4 = "net.ipv4.conf." + scope + ".";
            HOST.put(ipv4 + "rp_filter", "0");
            HOST.put(ipv4 + "accept_redirects", "1");
            HOST.put(ipv4 + "secure_redirects", "1");
            HOST.put(ipv4 + "send_redirects", "1");
            HOST.put(ipv4 + "accept_local", "0");
            HOST.put(ipv4 + "arp_announce", "0");
            HOST.put(ipv4 + "arp_filter", "0");
            HOST.put(ipv4 + "arp_ignore", "0");
            HOST.put(ipv4 + "arp_notify", "0");
            HOST.put(ipv4 + "arp_accept", "0");
            HOST.put(ipv4 + "log_martians", "0");
            HOST.put(ipv4 + "proxy_arp", "0");
        }
        HOST.put("net.ipv4.conf.all.accept_source_route", "0");
        HOST.put("net.ipv4.conf.default.accept_source_route", "1");
        for (String scope : List.of("all", "default")) {
            String ipv6 = "net.ipv6.conf." + scope + ".";
            HOST.put(ipv6 + "disable_ipv6", "0");
            HOST.put(ipv6 + "forwarding", "0");
        }
        HOST.put("net.ipv6.conf.all.accept_dad", "0");
        String ipv6 = "net.ipv6.conf.default.";
        HOST.put(ipv6 + "accept_ra", "0"); // kernel: 1
        HOST.put(ipv6 + "accept_dad", "0"); // kernel: 1
        HOST.put(ipv6 + "router_solicitations", "0"); // kernel: -1, for ever
        HOST.put(ipv6 + "addr_gen_mode", "1"); // kernel: 0; the lab adds the link-local address itself
        HOST.put(ipv6 + "ndisc_notify", "0");
    }

    private static volatile @Nullable Map<String, String> needed;

    private Quiet() {}

    /** Before the host has an interface. */
    static void prepareHost() {
        needed().forEach(Sysctl::write);
    }

    /** What a fresh namespace of this machine has otherwise: most are right, and writing all takes half a millisecond. */
    private static Map<String, String> needed() {
        Map<String, String> known = needed;
        if (known == null) {
            known = new LinkedHashMap<>(HOST);
            known.entrySet().removeIf(entry -> Sysctl.read(entry.getKey()).equals(entry.getValue()));
            needed = known;
        }
        return known;
    }

    /** Before an interface that speaks IPv6 is up. */
    static void quietMld(String interfaceName) {
        mld(interfaceName, "1", Integer.toString(Integer.MAX_VALUE));
    }

    /** MLD as the kernel starts with it: once the interface is up. */
    static void restoreMld(String interfaceName) {
        mld(interfaceName, "0", "10000");
    }

    private static void mld(String interfaceName, String version, String interval) {
        String prefix = "net/ipv6/conf/" + interfaceName + "/";
        Sysctl.write(prefix + MLD.get(0), version);
        Sysctl.write(prefix + MLD.get(1), interval);
    }
}
