package io.packetspec.packet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a field must be. On injection only {@link Exact} has a meaning; an unset field is computed. On expectation an
 * unset field is anything.
 */
public sealed interface Match {

    /** Whether this value fits; {@code null} stands for an absent one. Checksum validity is asked of the dissection. */
    boolean matches(@Nullable Object actual);

    static Match exact(Object value) {
        return new Exact(value);
    }

    /** Options match in their order, each by those of its fields that are set; no options match an absent value. */
    record Exact(Object value) implements Match {
        @Override
        public boolean matches(@Nullable Object actual) {
            if (value instanceof Options options) {
                return OptionsDifference.fits(options, (Options) actual);
            }
            return value.equals(actual == null ? Octets.NONE : actual);
        }

        @Override
        public String toString() {
            return Notation.value(value);
        }
    }

    record Any() implements Match {
        @Override
        public boolean matches(@Nullable Object actual) {
            return true;
        }

        @Override
        public String toString() {
            return "any";
        }
    }

    record Not(Match match) implements Match {
        @Override
        public boolean matches(@Nullable Object actual) {
            return !match.matches(actual);
        }

        @Override
        public String toString() {
            return "{not: " + match + "}";
        }
    }

    record In(List<Match> matches) implements Match {
        public In {
            matches = List.copyOf(matches);
        }

        @Override
        public boolean matches(@Nullable Object actual) {
            return matches.stream().anyMatch(m -> m.matches(actual));
        }

        @Override
        public String toString() {
            return matches.stream().map(Match::toString).collect(Collectors.joining(", ", "{in: [", "]}"));
        }
    }

    /** Both ends included; a missing end is open. */
    record Range(long min, long max) implements Match {
        @Override
        public boolean matches(@Nullable Object actual) {
            return actual instanceof Long number && number >= min && number <= max;
        }

        @Override
        public String toString() {
            return "{"
                    + (min == Long.MIN_VALUE ? "" : "min: " + min)
                    + (min == Long.MIN_VALUE || max == Long.MAX_VALUE ? "" : ", ")
                    + (max == Long.MAX_VALUE ? "" : "max: " + max)
                    + "}";
        }
    }

    /** Of a value with fields, a Map: those that are named must match, the others may be anything. */
    record Fields(Map<String, Match> fields) implements Match {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Fields with(String name, Match match) {
            Map<String, Match> others = new LinkedHashMap<>(fields);
            others.put(name, match);
            return new Fields(others);
        }

        @Override
        public boolean matches(@Nullable Object actual) {
            return actual instanceof Map<?, ?> values
                    && fields.entrySet().stream()
                            .allMatch(field -> field.getValue().matches(values.get(field.getKey())));
        }

        @Override
        public String toString() {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /** Of a number only those bits that the mask has: they must be one of these values. */
    record Bits(long mask, List<Long> values) implements Match {
        public Bits {
            values = List.copyOf(values);
        }

        @Override
        public boolean matches(@Nullable Object actual) {
            return actual instanceof Long number && values.contains(number & mask);
        }

        @Override
        public String toString() {
            String legal =
                    values.stream().map(value -> "0x" + Long.toHexString(value)).collect(Collectors.joining(" or "));
            return legal + " in the bits 0x" + Long.toHexString(mask);
        }
    }

    record Absent() implements Match {
        @Override
        public boolean matches(@Nullable Object actual) {
            return actual == null;
        }

        @Override
        public String toString() {
            return "absent";
        }
    }

    /**
     * Options in whatever order.
     *
     * @param has each of them must be there, one of its own for each
     * @param lacks none of them may be there
     * @param only whether nothing else may be there but what only fills
     */
    record Listed(Options has, Options lacks, boolean only) implements Match {
        @Override
        public boolean matches(@Nullable Object actual) {
            return OptionsListing.faults(this, (Options) actual, Layer::toString)
                    .isEmpty();
        }

        /** @param print tells a list of options */
        String text(Function<Object, String> print) {
            if (only) {
                return "{set: " + print.apply(has) + "}";
            }
            String lacking = lacks.isEmpty() ? "" : "lacks: " + print.apply(lacks);
            String having = has.isEmpty() ? "" : "has: " + print.apply(has);
            return "{" + having + (lacking.isEmpty() || having.isEmpty() ? "" : ", ") + lacking + "}";
        }

        @Override
        public String toString() {
            return text(Notation::value);
        }
    }

    /** A checksum that is, or is not, the right one for the packet that carries it. */
    record Checksum(boolean valid) implements Match {
        @Override
        public boolean matches(@Nullable Object actual) {
            if (actual == null) {
                return false;
            }
            throw new IllegalStateException("only a dissection knows whether a checksum is valid");
        }

        @Override
        public String toString() {
            return valid ? "valid" : "invalid";
        }
    }
}
