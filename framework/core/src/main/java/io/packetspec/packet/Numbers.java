package io.packetspec.packet;

import java.util.List;
import java.util.Optional;

/** Decimal, hex or a name. */
record Numbers(int bits, Names names, boolean hex) implements Wording {
    @Override
    public Object parse(String text) {
        Optional<Long> named = names.number(text);
        return named.isPresent() ? named.get() : fitting(number(text), text);
    }

    @Override
    public List<String> words() {
        return List.copyOf(names.all());
    }

    private long number(String text) {
        try {
            return Long.decode(text.matches("[1-9]\\d*|0|0[xX]\\p{XDigit}+") ? text : "");
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no value: it is " + legal(), e);
        }
    }

    private long fitting(long number, String text) {
        if (number >> bits != 0) {
            throw new IllegalArgumentException(text + " does not fit into " + bits + " bits: it is " + legal());
        }
        return number;
    }

    String legal() {
        String range = "a number from 0 to " + ((1L << bits) - 1);
        return names.all().isEmpty() ? range : range + " or one of " + String.join(", ", names.all());
    }

    @Override
    public String print(Object value) {
        return names.name((Long) value).orElseGet(() -> hex ? hex((Long) value) : value.toString());
    }

    @Override
    public String explain(Object value) {
        if (hex && names.name((Long) value).isEmpty()) {
            return hex((Long) value);
        }
        boolean named = names.name((Long) value).isPresent();
        return print(value) + " (" + (named && !hex ? value : "0x" + Long.toHexString((Long) value)) + ")";
    }

    private String hex(long number) {
        return String.format("0x%0" + (bits + 3) / 4 + "x", number);
    }
}
