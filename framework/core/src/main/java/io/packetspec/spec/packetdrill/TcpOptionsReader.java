package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import io.packetspec.spec.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads options of TCP, if they are there. */
final class TcpOptionsReader {
    private static final int MOST = 40;

    private final Tokens tokens;
    private final Map<String, Function<At, TcpOption>> readers = new TreeMap<>();

    TcpOptionsReader(Tokens tokens) {
        this.tokens = tokens;
        readers.put("nop", TcpOption.Nop::new);
        readers.put("eol", TcpOption.Eol::new);
        readers.put("sackOK", TcpOption.SackPermitted::new);
        readers.put("mss", at -> new TcpOption.Mss(at, Unsigned.read(tokens, "mss", 16)));
        readers.put("wscale", at -> new TcpOption.WindowScale(at, Unsigned.read(tokens, "wscale", 8)));
        readers.put("sack", this::sack);
        readers.put("TS", this::timestamp);
        readers.put("md5", this::md5);
        readers.put("FO", at -> new TcpOption.FastOpen(at, false, cookie()));
        readers.put("FOEXP", at -> new TcpOption.FastOpen(at, true, cookie()));
        readers.put("ECN", this::accurateEcn);
    }

    TcpOptions read() {
        At at = tokens.at();
        List<TcpOption> options = new ArrayList<>();
        if (!tokens.accept("<")) {
            return new TcpOptions(at, false, options);
        }
        boolean any = tokens.accept("...");
        if (!any) {
            do {
                options.add(option());
            } while (tokens.accept(","));
        }
        if (!tokens.accept(">")) {
            throw tokens.expected(any ? "\">\"" : "\",\" or \">\"");
        }
        return checked(new TcpOptions(at, any, options));
    }

    private static TcpOptions checked(TcpOptions options) {
        int length = options.length();
        if (length > MOST) {
            throw new Refusal(
                    options.at(), "the options have " + length + " octets: at most " + MOST + " fit in a header");
        }
        if (length % 4 != 0) {
            throw new Refusal(
                    options.at(), "the length of the options is " + length + ": it must be a multiple of 4, add nop");
        }
        return options;
    }

    private TcpOption option() {
        Token name = tokens.expect(TokenKind.WORD, "an option of TCP");
        Function<At, TcpOption> reader = readers.get(name.text());
        if (reader == null) {
            throw new Refusal(
                    name.at(),
                    "unknown option of TCP \"" + name.text() + "\"" + Spelling.among(name.text(), readers.keySet()));
        }
        return reader.apply(name.at());
    }

    private TcpOption sack(At at) {
        List<TcpOption.Sack.Block> blocks = new ArrayList<>();
        do {
            long left = Unsigned.read(tokens, "the left edge of a block", 32);
            tokens.expect(":");
            blocks.add(new TcpOption.Sack.Block(left, Unsigned.read(tokens, "the right edge of a block", 32)));
        } while (tokens.is(TokenKind.INTEGER));
        return new TcpOption.Sack(at, blocks);
    }

    private TcpOption timestamp(At at) {
        tokens.expect("val");
        long value = Unsigned.read(tokens, "val", 32);
        tokens.expect("ecr");
        return new TcpOption.Timestamp(at, value, Unsigned.read(tokens, "ecr", 32));
    }

    private TcpOption md5(At at) {
        if (!isDigits()) {
            throw tokens.expected("a digest in hexadecimal digits");
        }
        return new TcpOption.Md5(at, digits());
    }

    private String cookie() {
        return isDigits() ? digits() : "";
    }

    private boolean isDigits() {
        return tokens.is(TokenKind.WORD) || tokens.is(TokenKind.INTEGER);
    }

    private String digits() {
        if (!tokens.peek().text().matches("(\\p{XDigit}{2})+")) {
            throw tokens.expectedOrSymbol("pairs of hexadecimal digits");
        }
        return tokens.next().text();
    }

    private TcpOption accurateEcn(At at) {
        if (!tokens.is("e0b") && !tokens.is("e1b")) {
            throw tokens.expected("e0b or e1b");
        }
        int first = tokens.is("e0b") ? 0 : 1;
        List<Long> counters = new ArrayList<>();
        for (String name : TcpOption.AccurateEcn.names(first)) {
            if (!tokens.accept(name)) {
                break;
            }
            counters.add(Unsigned.read(tokens, name, 24));
        }
        return new TcpOption.AccurateEcn(at, first, counters);
    }
}
