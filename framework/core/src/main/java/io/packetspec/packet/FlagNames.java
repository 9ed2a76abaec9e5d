package io.packetspec.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bits by their names, from the lowest on: letters run together ({@code SA}), words joined by a plus ({@code DF+MF}).
 *
 * @param aliases further names of bits
 */
record FlagNames(int bits, List<String> names, Names aliases) implements Wording {
    @Override
    public Object parse(String text) {
        if (text.matches("\\d.*")) {
            return new Numbers(bits, Names.NONE, true).parse(text);
        }
        return split(text).stream().mapToLong(flag -> bit(flag, text)).reduce(0, (a, b) -> a | b);
    }

    @Override
    public List<String> words() {
        return Stream.concat(names.stream(), aliases.all().stream()).toList();
    }

    private List<String> split(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(letters() ? "" : "[+|]"));
    }

    private boolean letters() {
        return names.stream().allMatch(name -> name.length() == 1);
    }

    private long bit(String flag, String text) {
        int index = names.indexOf(flag.strip());
        return index >= 0
                ? 1L << index
                : aliases.number(flag.strip())
                        .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" has an unknown flag \"" + flag
                                + "\": there are " + String.join(", ", names) + ", or a number"));
    }

    @Override
    public String print(Object value) {
        long number = (Long) value;
        List<String> set = new ArrayList<>();
        IntStream.range(0, names.size())
                .filter(bit -> (number >> bit & 1) == 1)
                .forEach(bit -> set.add(names.get(bit)));
        boolean nameless = number >> names.size() != 0;
        return set.isEmpty() || nameless ? hex(number) : String.join(letters() ? "" : "+", set);
    }

    @Override
    public String explain(Object value) {
        String print = print(value);
        return print.equals(hex((Long) value)) ? print : print + " (" + hex((Long) value) + ")";
    }

    private static String hex(long number) {
        return number == 0 ? "0" : "0x" + Long.toHexString(number);
    }
}
