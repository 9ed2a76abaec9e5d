package io.packetspec.spec.yaml;

import io.packetspec.spec.Variant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A variant with the title that it gets if no other one has it. */
record Titled(Variant variant, String title) {
    /** Titles that more than one variant would have tell the label, too. */
    static List<Variant> distinct(List<Titled> all) {
        Map<String, Long> often = all.stream()
                .map(Titled::title)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return all.stream()
                .map(one ->
                        often.get(one.title) == 1 ? one.variant.titled(one.title) : one.variant.titled(one.labelled()))
                .toList();
    }

    private String labelled() {
        return variant.title() + " (" + variant.label() + ")";
    }
}
