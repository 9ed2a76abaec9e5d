package io.packetspec.packet;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The text of addresses, without the name service behind {@code java.net.InetAddress}. */
final class AddressText {
    private static final Pattern MAC = Pattern.compile("\\p{XDigit}{2}(:\\p{XDigit}{2}){5}");
    private static final Pattern QUAD = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final Pattern GROUP = Pattern.compile("\\p{XDigit}{1,4}");
    private static final int GROUPS = 8;

    private AddressText() {}

    static byte[] parse(String text) {
        if (MAC.matcher(text).matches()) {
            return Octets.hex(text).toArray();
        }
        return text.contains(":") ? parseIpv6(text) : parseIpv4(text, text);
    }

    private static byte[] parseIpv4(String quad, String text) {
        if (!QUAD.matcher(quad).matches()) {
            throw noAddress(text);
        }
        byte[] octets = new byte[4];
        String[] parts = quad.split("\\.");
        for (int i = 0; i < octets.length; i++) {
            int octet = Integer.parseInt(parts[i]);
            if (octet > 255) {
                throw noAddress(text);
            }
            octets[i] = (byte) octet;
        }
        return octets;
    }

    private static byte[] parseIpv6(String text) {
        int gap = text.indexOf("::");
        byte[] head = groups(gap < 0 ? text : text.substring(0, gap), text);
        byte[] tail = gap < 0 ? new byte[0] : groups(text.substring(gap + 2), text);
        int length = head.length + tail.length;
        if (gap < 0 ? length != 2 * GROUPS : length > 2 * GROUPS - 2) {
            throw noAddress(text);
        }
        byte[] octets = Arrays.copyOf(head, 2 * GROUPS);
        System.arraycopy(tail, 0, octets, octets.length - tail.length, tail.length);
        return octets;
    }

    private static byte[] groups(String colons, String text) {
        if (colons.isEmpty()) {
            return new byte[0];
        }
        List<String> groups = List.of(colons.split(":", -1));
        String last = groups.get(groups.size() - 1);
        String hex = groups.stream()
                .map(group -> group == last && text.endsWith(group) && group.contains(".")
                        ? hexOfQuad(group, text)
                        : hexOfGroup(group, text))
                .collect(Collectors.joining());
        return Octets.hex(hex).toArray();
    }

    private static String hexOfQuad(String quad, String text) {
        return Octets.view(parseIpv4(quad, text)).toString();
    }

    private static String hexOfGroup(String group, String text) {
        if (!GROUP.matcher(group).matches()) {
            throw noAddress(text);
        }
        return "0".repeat(4 - group.length()) + group;
    }

    private static IllegalArgumentException noAddress(String text) {
        return new IllegalArgumentException("\"" + text + "\" is no address: write an IPv4 address such as 192.0.2.1,"
                + " an IPv6 address such as 2001:db8::1 or a MAC such as 02:00:00:00:00:01");
    }

    static String print(Octets octets) {
        return switch (octets.length()) {
            case 4 -> quad(octets, 0);
            case 6 -> octets.toString().replaceAll("(..)(?=.)", "$1:");
            default -> ipv6(octets);
        };
    }

    private static String quad(Octets octets, int from) {
        return IntStream.range(from, from + 4)
                .mapToObj(i -> Integer.toString(octets.at(i)))
                .collect(Collectors.joining("."));
    }

    /** RFC 5952: lower case, no leading zeros, the first longest run of at least two zero groups as {@code ::}. */
    private static String ipv6(Octets octets) {
        if (octets.toString().startsWith("00000000000000000000ffff")) {
            return "::ffff:" + quad(octets, 12);
        }
        int start = 0;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = zeroGroups(octets, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        return length == 1
                ? colons(octets, 0, GROUPS)
                : colons(octets, 0, start) + "::" + colons(octets, start + length, GROUPS);
    }

    private static int zeroGroups(Octets octets, int from) {
        int to = from;
        while (to < GROUPS && group(octets, to) == 0) {
            to++;
        }
        return to - from;
    }

    private static int group(Octets octets, int index) {
        return octets.at(2 * index) << 8 | octets.at(2 * index + 1);
    }

    private static String colons(Octets octets, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Integer.toHexString(group(octets, i)))
                .collect(Collectors.joining(":"));
    }
}
