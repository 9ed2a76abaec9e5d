package io.packetspec.spec.packetdrill;

import java.util.Set;
import java.util.regex.Pattern;

/** Replaces user's symbols the way packetdrill does: word by word, a value is not looked at again. */
final class Symbols {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x\\p{XDigit}+");

    /** Words of the language: nothing else can be meant by them. */
    private static final Set<String> RESERVED = Set.of(String.join(
                    " ",
                    "sa_family sin_port sin_addr msg_name msg_iov msg_flags msg_control cmsg_data cmsg_level cmsg_type",
                    "ee_errno ee_origin ee_type ee_code ee_info ee_data scm_sec scm_nsec fd u32 u64 ptr events revents",
                    "onoff linger htons inet_addr inet6_addr ipv4 ipv6 icmp udp raw gre GREv0 mpls label tc ttl psp spi",
                    "encap sum off key seq none checksum sequence# present ack eol ecr mss mtu nop sack sackOK md5 TS",
                    "FO FOEXP ECN e0b e1b ceb tos flowlabel flags Flags val win urg wscale ect01 ect0 ect1 noecn ce id")
            .split(" "));

    private Symbols() {}

    static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }

    /** The token that stands for the value of a symbol, at the place where the symbol is used. */
    static Token replaced(Token symbol, String value) {
        if (value.length() > 1 && value.startsWith("\"")) {
            return replaced(symbol, TokenKind.TEXT, value.substring(1, value.length() - 1));
        } else if (value.length() > 1 && value.startsWith("`")) {
            return replaced(symbol, TokenKind.SHELL, value.substring(1, value.length() - 1));
        } else if (HEXADECIMAL.matcher(value).matches()) {
            return replaced(symbol, TokenKind.HEXADECIMAL, value);
        }
        boolean number = NUMBER.matcher(value).matches();
        return replaced(symbol, number ? TokenKind.INTEGER : TokenKind.WORD, value);
    }

    private static Token replaced(Token symbol, TokenKind kind, String text) {
        return new Token(kind, text, symbol.at(), symbol.end(), symbol.first());
    }
}
