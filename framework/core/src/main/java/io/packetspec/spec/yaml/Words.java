package io.packetspec.spec.yaml;

import io.packetspec.abi.Constants;
import java.util.List;
import java.util.Locale;

/** Words that the tools of iproute2 have for numbers of the kernel, and for yes and no. */
final class Words {
    private static final List<String> ON_OR_OFF = List.of("on", "off", "true", "false");
    static final Scalar<Boolean> SWITCH = Scalar.of("on or off", Words::isOn);
    static final Shape SWITCH_SHAPE = Shape.anyOf(Shape.words(ON_OR_OFF), Shape.of("type", "boolean"));

    private Words() {}

    /** One of the constants with this prefix, written as its rest in small letters. */
    static Scalar<Integer> of(String what, String prefix) {
        List<String> legal = legal(prefix);
        return Scalar.of("one of " + String.join(", ", legal), text -> {
            if (!legal.contains(text)) {
                throw new IllegalArgumentException(Suggestion.unknown(what, text, "", legal));
            }
            return Constants.value(prefix + text.toUpperCase(Locale.ROOT))
                    .orElseThrow()
                    .intValue();
        });
    }

    private static List<String> legal(String prefix) {
        return Constants.names(prefix).stream()
                .map(name -> name.substring(prefix.length()).toLowerCase(Locale.ROOT))
                .toList();
    }

    static Shape shape(String prefix) {
        return Shape.words(legal(prefix));
    }

    /** The same, or a number up to this one. */
    static Scalar<Integer> orNumber(String what, String prefix, long most) {
        Scalar<Integer> words = of(what, prefix);
        return Scalar.of(
                "a number, or " + words.expected(),
                text -> Numbers.isNumber(text) ? number("a " + what, 1, most, text) : words.parse(text));
    }

    static Scalar<Integer> number(String what, long least, long most) {
        return Scalar.of(what, text -> number(what, least, most, text));
    }

    private static int number(String what, long least, long most, String text) {
        long number = Numbers.parse(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException("expected " + what + " from " + least + " to " + most + ", not " + text);
        }
        return (int) number;
    }

    private static boolean isOn(String text) {
        if (!ON_OR_OFF.contains(text)) {
            throw new IllegalArgumentException("expected on or off, not \"" + text + "\"");
        }
        return text.equals("on") || text.equals("true");
    }
}
