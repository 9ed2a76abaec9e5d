package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import io.packetspec.spec.At;
import io.packetspec.spec.Family;
import io.packetspec.spec.packetdrill.CommandLine;
import io.packetspec.spec.packetdrill.ScriptOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What network a variant of a script runs in. Names, addresses and symbols are those that packetdrill's own runner gives to
 * its three variants, so that a script finds the same world, unless a command line says otherwise.
 *
 * @param label as {@code --ip_version} calls it
 * @param family of the packets
 * @param mapped whether sockets are of IPv6 all the same
 * @param options that win over those of a script
 * @param symbols that win over those of a script
 */
record Net(
        String label,
        Family family,
        boolean mapped,
        Address local,
        int prefix,
        Address remote,
        List<ScriptOption> options,
        Map<String, String> symbols) {
    private static final Address LOCAL = Address.parse("192.168.0.1");
    private static final Address REMOTE = Address.parse("192.0.2.1");
    private static final String COOKIE = "3021b9d889017eeb";
    private static final Octets MAPPED = Octets.hex("00000000000000000000ffff");
    private static final ScriptOption LARGER =
            new ScriptOption(new At("the variant ipv6", 1, 1), "mtu", Optional.of("1520"));

    private static final List<Net> ALL = List.of(
            new Net("ipv4", Family.IPV4, false, LOCAL, 16, REMOTE, List.of(), symbols(COOKIE, "SOL_IP", "IP_RECVERR")),
            new Net(
                    "ipv4-mapped-ipv6",
                    Family.IPV4,
                    true,
                    LOCAL,
                    16,
                    REMOTE,
                    List.of(),
                    symbols(COOKIE, "SOL_IPV6", "IPV6_RECVERR")),
            new Net(
                    "ipv6",
                    Family.IPV6,
                    false,
                    Address.parse("fd3d:a0b:17d6::1"),
                    48,
                    Address.parse("fd3d:fa7b:d17d::1"),
                    List.of(LARGER),
                    symbols("c1d1e9742a47a9bc", "SOL_IPV6", "IPV6_RECVERR")));

    private static Map<String, String> symbols(String cookie, String level, String type) {
        String code = "host_unreachable";
        return Map.of("TFO_COOKIE", cookie, "CODE", code, "CMSG_LEVEL_IP", level, "CMSG_TYPE_RECVERR", type);
    }

    /**
     * The variants for scripts that are run with this command line.
     *
     * @throws IllegalArgumentException if it names no variant, or an address that none can have
     */
    static List<Net> all(List<ScriptOption> commandLine) {
        Optional<String> version = value("ip_version", commandLine);
        List<Net> chosen = ALL.stream()
                .filter(net -> version.filter(label -> !label.equals(net.label)).isEmpty())
                .map(net -> net.with(commandLine))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("ip_version is ipv4, ipv4-mapped-ipv6 or ipv6, not " + version.get());
        }
        return chosen;
    }

    private Net with(List<ScriptOption> commandLine) {
        Map<String, String> defined = new HashMap<>(symbols);
        defined.putAll(CommandLine.definitions(commandLine));
        List<ScriptOption> all = new ArrayList<>(options);
        all.addAll(commandLine);
        return new Net(
                label,
                family,
                mapped,
                address("local_ip", commandLine).orElse(local),
                value("netmask_ip", commandLine)
                        .filter(mask -> isIpv4())
                        .map(Net::length)
                        .orElse(prefix),
                address("remote_ip", commandLine).orElse(remote),
                all,
                defined);
    }

    /** One of the other family is for other variants. */
    private Optional<Address> address(String name, List<ScriptOption> commandLine) {
        Predicate<Address> ours = address -> address.isIpv4() == isIpv4();
        return value(name, commandLine)
                .map(text -> Address.parse(text.replaceFirst("/.*", "")))
                .filter(ours);
    }

    private static int length(String mask) {
        int bits = 0;
        for (byte octet : Address.parse(mask).octets().toArray()) {
            bits += Integer.bitCount(Byte.toUnsignedInt(octet));
        }
        return bits;
    }

    private static Optional<String> value(String name, List<ScriptOption> commandLine) {
        return commandLine.stream()
                .filter(option -> option.name().equals(name))
                .reduce((first, last) -> last)
                .flatMap(ScriptOption::value);
    }

    /** Whether a script of this name is meant for it: one may say so by the end of its name. */
    boolean isFor(String path) {
        return family == Family.IPV4 ? !path.endsWith("v6.pkt") : !path.endsWith("v4.pkt");
    }

    boolean isIpv4() {
        return family == Family.IPV4;
    }

    /** What sockets are made for. */
    String domain() {
        return isIpv4() && !mapped ? "AF_INET" : "AF_INET6";
    }

    /** An address as sockets of this network know it. */
    Address ofSockets(Address address) {
        return mapped && address.isIpv4() ? new Address(MAPPED.and(address.octets())) : address;
    }
}
