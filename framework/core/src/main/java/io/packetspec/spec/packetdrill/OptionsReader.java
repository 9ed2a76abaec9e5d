package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import io.packetspec.spec.Problem;
import io.packetspec.spec.Spelling;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the option lines at the start of a script. */
final class OptionsReader {
    private static final List<String> FLAGS = List.of(
            "wire_client",
            "wire_server",
            "tcp_ts_ecr_scaled",
            "strict_segments",
            "dry_run",
            "is_anyip",
            "send_omit_free",
            "debug",
            "verbose");
    private static final List<String> VALUED = List.of(
            "ip_version",
            "bind_port",
            "code_command",
            "code_format",
            "code_sockopt",
            "connect_port",
            "remote_ip",
            "local_ip",
            "gateway_ip",
            "netmask_ip",
            "speed",
            "mss",
            "mtu",
            "init_scripts",
            "tolerance_usecs",
            "tolerance_percent",
            "wire_server_ip",
            "wire_server_at",
            "wire_server_port",
            "wire_client_dev",
            "wire_server_dev",
            "so_filename",
            "so_flags",
            "tcp_ts_tick_usecs",
            "non_fatal",
            "psp_udp_port",
            "define");
    private static final Set<TokenKind> VALUES =
            EnumSet.of(TokenKind.INTEGER, TokenKind.WORD, TokenKind.TEXT, TokenKind.IPV4, TokenKind.IPV6);

    private static final Pattern DEFINITION =
            Pattern.compile("\\w+=(-?\\w+|\"([^\"\\\\]++|\\\\.)*+\"|`([^`\\\\]++|\\\\.)*+`)");

    private final Tokens tokens;
    private final List<Problem> problems;

    OptionsReader(Tokens tokens, List<Problem> problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    List<ScriptOption> read() {
        List<ScriptOption> options = new ArrayList<>();
        while (tokens.is(TokenKind.OPTION)) {
            try {
                options.add(option());
            } catch (Refusal e) {
                problems.add(e.problem());
                skipLine();
            }
        }
        return options;
    }

    private void skipLine() {
        while (!tokens.is(TokenKind.END) && !tokens.peek().first()) {
            tokens.next();
        }
    }

    private ScriptOption option() {
        Token token = tokens.next();
        At at = token.at();
        String name = token.text().substring(2);
        Optional<String> value = tokens.accept("=") ? Optional.of(value(name)) : Optional.empty();
        check(at, name, value);
        return new ScriptOption(at, name, value);
    }

    /** @throws Refusal if there is no such option, or it lacks a value or has one that it must not have */
    static void check(At at, String name, Optional<String> value) {
        boolean valued = hasValue(name);
        if (!valued && !FLAGS.contains(name)) {
            List<String> legal = Stream.concat(VALUED.stream(), FLAGS.stream()).toList();
            throw new Refusal(at, "unknown option \"" + name + "\"" + Spelling.among(name, legal));
        }
        if (valued != value.isPresent()) {
            throw new Refusal(
                    at, "option " + name + (valued ? " needs a value: --" + name + "=value" : " has no value"));
        }
    }

    static boolean hasValue(String name) {
        return VALUED.contains(name);
    }

    private String value(String option) {
        if (!VALUES.contains(tokens.peek().kind())) {
            throw tokens.expected("a value: a number, a word, an address or a text in quotes");
        }
        Token value = tokens.next();
        if (!option.equals("define")) {
            return value.text();
        }
        String definition = tokens.accept("=") ? value.text() + "=" + defined() : value.text();
        checkDefinition(value.at(), definition);
        return definition;
    }

    private String defined() {
        Token token = tokens.next();
        switch (token.kind()) {
            case TEXT:
                return '"' + token.text() + '"';
            case SHELL:
                return '`' + token.text() + '`';
            case WORD:
            case INTEGER:
            case HEXADECIMAL:
                return token.text();
            default:
                throw new Refusal(token.at(), "expected a word, a number, a text or a command, not " + token);
        }
    }

    static void checkDefinition(At at, String definition) {
        String name = Definitions.name(definition);
        if (!DEFINITION.matcher(definition).matches()) {
            throw new Refusal(
                    at, "a definition is NAME=value with a number, a word, a text or a command, not " + definition);
        }
        if (Symbols.isReserved(name)) {
            throw new Refusal(at, "\"" + name + "\" is a word of the language: it cannot be defined");
        }
    }
}
