package io.packetspec.spec.packetdrill.translation;

import io.packetspec.abi.SocketOption;
import io.packetspec.abi.Struct;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The figures of a socket that code can speak of. */
enum Figures {
    TCP_INFO,
    TCP_CC_INFO,
    SO_MEMINFO;

    private static final String MEMORY = "SK_MEMINFO_";

    /** Those of which the text has a name; TCP_INFO in any case. */
    static Set<Figures> of(String text) {
        Set<Figures> spoken = EnumSet.of(TCP_INFO);
        Set<String> words = words(text);
        if (words.stream().anyMatch(word -> word.matches("(bbr|dctcp|tcpv)_.*|tcp_(min)?rtt"))) {
            spoken.add(TCP_CC_INFO);
        }
        if (words.stream().anyMatch(word -> word.startsWith(MEMORY))) {
            spoken.add(SO_MEMINFO);
        }
        return spoken;
    }

    /** The words of code, each once. */
    static Set<String> words(String text) {
        return new LinkedHashSet<>(Arrays.asList(text.split("\\W+")));
    }

    /** A field as code calls it: those of SO_MEMINFO by the names of inet_diag.h. */
    static String called(Object field) {
        boolean memory = Struct.of("meminfo").fields().contains(field);
        return memory ? MEMORY + field.toString().toUpperCase(Locale.ROOT) : field.toString();
    }

    SocketOption option() {
        return SocketOption.named(name()).orElseThrow();
    }
}
