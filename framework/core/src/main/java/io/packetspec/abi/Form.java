package io.packetspec.abi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a single value lies in memory.
 *
 * @param size in octets; 0 where it varies
 * @param names prefixes of the constants that stand for its numbers, or their whole names; {@code errno},
 *     {@code interface} or {@code length} for those
 * @param flags whether several of the names may be joined
 */
public record Form(Kind kind, int size, List<String> names, boolean flags) implements Layout {
    public enum Kind {
        /** In the machine's order, I with a sign; BE in network order. */
        I,
        U,
        BE,
        IPV4,
        IPV6,
        MAC,
        /** A link-layer address of up to so many octets. */
        LINK,
        OCTETS,
        TEXT,
        /** Microseconds in the model, {@code struct timeval} in memory. */
        TIMEVAL,
        /** Nanoseconds in the model, {@code struct timespec} in memory. */
        TIMESPEC,
        SOCKADDR,
        /** Instructions of a classic packet filter, {@code struct sock_fprog} at the call. */
        FILTER
    }

    private static final Pattern TEXT = Pattern.compile("([a-z]+)(\\d*)(?::(.*?)(\\|?))?");

    public static final Form INT = parse("i32");
    public static final Form OCTETS = parse("octets");

    /** @throws IllegalArgumentException if there is no such form */
    public static Form parse(String text) {
        Matcher form = TEXT.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no form: " + text);
        }
        List<String> names =
                form.group(3) == null ? List.of() : Arrays.asList(form.group(3).split(","));
        boolean flags = "|".equals(form.group(4));
        if (form.group(1).equals("ipv")) {
            boolean four = form.group(2).equals("4");
            return new Form(four ? Kind.IPV4 : Kind.IPV6, four ? 4 : 16, names, flags);
        }
        Kind kind = Kind.valueOf(form.group(1).toUpperCase(Locale.ROOT));
        int number = form.group(2).isEmpty() ? 0 : Integer.parseInt(form.group(2));
        return new Form(kind, size(kind, number), names, flags);
    }

    private static int size(Kind kind, int number) {
        return switch (kind) {
            case I, U, BE -> number / 8;
            case MAC -> 6;
            case LINK -> 8;
            case TIMEVAL, TIMESPEC -> 16;
            case SOCKADDR -> number == 0 ? 128 : number;
            default -> number;
        };
    }

    public boolean isNumber() {
        return kind == Kind.I || kind == Kind.U || kind == Kind.BE;
    }

    /** Whether its numbers are errnos. */
    public boolean isErrno() {
        return names.contains("errno");
    }

    /** Whether its numbers are indexes of interfaces. */
    public boolean isInterface() {
        return names.contains("interface");
    }

    /** Whether it is the length of the address beside it, which it follows where it is not set. */
    public boolean isLength() {
        return names.contains("length");
    }

    /** The constants that stand for its numbers. */
    public List<String> constants() {
        return names.stream()
                .flatMap(prefix -> Constants.names(prefix).stream())
                .toList();
    }

    /** A number by its name, or as it is. */
    public String name(long number) {
        if (isErrno()) {
            return Errno.of((int) number).name();
        }
        return flags ? flags(number) : constant(number);
    }

    private String constant(long number) {
        return constants().stream()
                .filter(name -> Constants.value(name).orElseThrow() == number)
                .findFirst()
                .orElseGet(() -> Long.toString(number));
    }

    private String flags(long number) {
        StringBuilder text = new StringBuilder();
        long rest = number;
        for (String name : constants()) {
            long flag = Constants.value(name).orElseThrow();
            if (flag != 0 && (rest & flag) == flag) {
                text.append(text.isEmpty() ? "" : "|").append(name);
                rest &= ~flag;
            }
        }
        return rest == 0 && !text.isEmpty()
                ? text.toString()
                : text.isEmpty() ? Long.toString(number) : text + "|" + rest;
    }
}
