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
        check(text, function.equals("inet6_addr"));
        tokens.expect(")");
        return new Expression.InternetAddress(at, function, text.text());
    }

    /** Of inet_addr, either version: packetdrill writes addresses of AF_INET6 with it too. */
    private static void check(Token text, boolean ipv6) {
        if (!parses(text.text(), ipv6)) {
            String what = ipv6 ? "IPv6 address" : "IPv4 or IPv6 address";
            throw new Refusal(text.at(), "\"" + text.text() + "\" is no " + what);
        }
    }

    private static boolean parses(String text, boolean ipv6) {
        try {
            Address address = Address.parse(text);
            return address.isIpv6() || !ipv6 && address.isIpv4();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** An address without quotes, as a header's. */
    static String readBare(Tokens tokens, TokenKind version) {
        boolean ipv6 = version == TokenKind.IPV6;
        Token token = tokens.expect(version, ipv6 ? "an IPv6 address" : "an IPv4 address");
        check(token, ipv6);
        return token.text();
    }
}
