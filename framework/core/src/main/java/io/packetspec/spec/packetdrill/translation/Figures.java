package io.packetspec.spec.packetdrill.translation;

import io.packetspec.abi.SocketOption;
import io.packetspec.abi.Struct;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The figures of a socket that code can speak of; those of TCP_CC_INFO depend on the algorithm. */
enum Figures {
    CONNECTION("TCP_INFO", "tcp_info", "tcpi_.*"),
    BBR("TCP_CC_INFO", "tcp_bbr_info", "bbr_.*"),
    DCTCP("TCP_CC_INFO", "tcp_dctcp_info", "dctcp_.*"),
    VEGAS("TCP_CC_INFO", "tcpvegas_info", "tcpv_.*|tcp_(min)?rtt"),
    MEMORY("SO_MEMINFO", "meminfo", "SK_MEMINFO_.*");

    private final String option;
    private final Struct struct;
    private final String words;

    Figures(String option, String struct, String words) {
        this.option = option;
        this.struct = Struct.of(struct);
        this.words = words;
    }

    /** Those of which the text has a word; those of the connection in any case. */
    static Set<Figures> of(String text) {
        Set<Figures> spoken = EnumSet.of(CONNECTION);
        for (Figures figures : values()) {
            if (words(text).stream().anyMatch(word -> word.matches(figures.words))) {
                spoken.add(figures);
            }
        }
        return spoken;
    }

    /** The words of code, each once. */
    static Set<String> words(String text) {
        return new LinkedHashSet<>(Arrays.asList(text.split("\\W+")));
    }

    /** A field as code calls it: those of memory by the names of inet_diag.h, and two of Vegas by packetdrill's own. */
    String called(String field) {
        return switch (this) {
            case MEMORY -> "SK_MEMINFO_" + field.toUpperCase(Locale.ROOT);
            case VEGAS -> field.endsWith("rtt") ? field.replace("tcpv_", "tcp_") : field;
            default -> field;
        };
    }

    /** The option with these as its value. */
    SocketOption option() {
        SocketOption known = SocketOption.named(option).orElseThrow();
        return new SocketOption(known.name(), known.level(), known.number(), struct);
    }
}
