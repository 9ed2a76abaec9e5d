package io.packetspec.packet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of numbers. Several names may stand for one number: the first is the one that is printed. */
public record Names(Map<String, Long> numbers) {
    public static final Names NONE = new Names(Map.of());

    public Names {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /** These names, and one more. */
    public Names and(String name, long number) {
        Map<String, Long> more = new LinkedHashMap<>(numbers);
        more.put(name, number);
        return new Names(more);
    }

    public Set<String> all() {
        return numbers.keySet();
    }

    public Optional<Long> number(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    public Optional<String> name(long number) {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
