package io.packetspec.spec.packetdrill;

import io.packetspec.packet.Address;
import io.packetspec.spec.At;
import io.packetspec.spec.Spelling;
import java.util.List;

/** Reads {@code inet_addr("192.0.2.1")} and {@code inet6_addr("2001:db8::1")}. */
final class AddressReader {
    private static final List<String> FUNCTIONS = List.of("inet_addr", "inet6_addr");

    private AddressReader() {}

    static Expression read(Tokens tokens, At at, String function) {
        if (!FUNCTIONS.contains(function)) {
            throw new Refusal(at, "unknown function \"" + function + "\"" + Spelling.among(function, FUNCTIONS));
        }
        tokens.expect("(");
        Token text = tokens.expect(TokenKind.TEXT, "an address in quotes");
        // packetdrill writes the addresses of AF_INET6 with inet_addr too
        check(text, function.equals("inet_addr"), true);
        tokens.expect(")");
        return new Expression.InternetAddress(at, function, text.text());
    }

    private static void check(Token text, boolean ipv4, boolean ipv6) {
        if (!parses(text.text(), ipv4, ipv6)) {
            String what = ipv4 && ipv6 ? "IPv4 or IPv6" : ipv4 ? "IPv4" : "IPv6";
            throw new Refusal(text.at(), "\"" + text.text() + "\" is no " + what + " address");
        }
    }

    private static boolean parses(String text, boolean ipv4, boolean ipv6) {
        try {
            Address address = Address.parse(text);
            return ipv4 && address.isIpv4() || ipv6 && address.isIpv6();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** An address without quotes, as a header's. */
    static String readBare(Tokens tokens, TokenKind version) {
        boolean ipv6 = version == TokenKind.IPV6;
        Token token = tokens.expect(version, ipv6 ? "an IPv6 address" : "an IPv4 address");
        check(token, !ipv6, ipv6);
        return token.text();
    }
}
