package io.packetspec.spec.yaml;

import io.packetspec.abi.Constants;
import io.packetspec.abi.Form;
import io.packetspec.spec.InterfaceName;
import java.util.List;
import java.util.regex.Pattern;

/** A number of a form: by the names that the form has for its numbers, or as it is. */
record NumberScalar(Form form) implements Scalar<Object> {
    private static final Scalar<Long> CONSTANT = Scalars.constant("");
    static final Pattern INTERFACE = Pattern.compile("[^\\s/]{1,15}");

    @Override
    public String expected() {
        return form.isInterface() ? "the name or index of an interface" : "a number or constant";
    }

    @Override
    public Object parse(String text) {
        if (Numbers.isNumber(text)) {
            return fitting(Numbers.parse(text));
        } else if (form.isErrno()) {
            return (long) Scalars.ERRNO.parse(text).number();
        } else if (form.isInterface()) {
            return face(text);
        }
        return form.constants().isEmpty() ? fitting(CONSTANT.parse(text)) : named(text);
    }

    @Override
    public Object of(Object value) {
        return value instanceof Long number ? fitting(number) : parse(value.toString());
    }

    private static Object face(String text) {
        if (!INTERFACE.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no name of an interface");
        }
        return new InterfaceName(text);
    }

    private Object named(String text) {
        long all = 0;
        for (String name : form.flags() ? text.split("\\|", -1) : new String[] {text}) {
            List<String> legal = form.constants();
            if (!legal.contains(name.strip())) {
                throw new IllegalArgumentException(Suggestion.unknown("constant", name.strip(), "", legal));
            }
            all |= Constants.value(name.strip()).orElseThrow();
        }
        return all;
    }

    /** With a sign or without one: what is negative is sent as it lies in memory. */
    private Long fitting(long number) {
        int bits = form.size() * Byte.SIZE;
        if (bits < Long.SIZE && (number < -(1L << bits - 1) || number >= 1L << bits)) {
            throw new IllegalArgumentException(number + " does not fit into " + bits + " bits: it is a number from "
                    + -(1L << bits - 1) + " to " + ((1L << bits) - 1));
        }
        return number;
    }
}
