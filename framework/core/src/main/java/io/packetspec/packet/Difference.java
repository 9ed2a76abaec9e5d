package io.packetspec.packet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a frame with an expectation, layer by layer. */
final class Difference {
    private final Dissection actual;
    private final List<Mismatch> found = new ArrayList<>();

    Difference(Dissection actual) {
        this.actual = actual;
    }

    /** The first layer is looked for; the others must follow it without a gap. */
    List<Mismatch> from(Packet expected) {
        Set<Header> seen = new HashSet<>();
        String before = "";
        int index = -1;
        for (Layer layer : expected.layers()) {
            String path = seen.add(layer.header()) ? layer.header().name() : before + "." + layer.header();
            index = compare(path, layer, index);
            if (index < 0) {
                break;
            }
            before = layer.header().name();
        }
        return found;
    }

    /** @return where the layer is, or -1 if it is missing: nothing can be said about the layers behind it */
    private int compare(String path, Layer expected, int before) {
        if (expected.header().isOpaque()) {
            octets(path, expected, rest(expected.header(), before));
            return actual.parts().size();
        }
        int index = before < 0 ? actual.indexOf(expected.header()) : before + 1;
        if (!isThere(expected, index)) {
            found.add(missing(path, expected));
            return -1;
        }
        fields(path, expected, index);
        return index;
    }

    private boolean isThere(Layer expected, int index) {
        List<Dissection.Part> parts = actual.parts();
        return index >= 0 && index < parts.size() && parts.get(index).layer().header() == expected.header();
    }

    private Mismatch missing(String path, Layer expected) {
        List<Dissection.Part> parts = actual.parts();
        String layers = parts.stream().map(part -> part.layer().header().name()).collect(Collectors.joining(" "));
        return new Mismatch(path, "a layer " + expected.header(), layers.isEmpty() ? "an empty frame" : layers);
    }

    /** Behind the layer before; alone, the payload of the frame or the whole of it. */
    private Octets rest(Header header, int before) {
        List<Dissection.Part> parts = actual.parts();
        if (before >= 0) {
            return before < parts.size() ? actual.behind(parts.get(before)) : Octets.NONE;
        }
        if (header == Header.RAW || parts.isEmpty()) {
            return actual.frame();
        }
        Dissection.Part last = parts.get(parts.size() - 1);
        return last.layer().header().isOpaque() ? actual.frame().slice(last.start(), last.end()) : Octets.NONE;
    }

    private void octets(String path, Layer layer, Octets rest) {
        @Nullable Object value = rest.length() == 0 ? null : rest;
        layer.fields().forEach((field, match) -> {
            if (!match.matches(value)) {
                found.add(OctetsDifference.between(path, field, match, rest));
            }
        });
    }

    private void fields(String path, Layer expected, int index) {
        Layer layer = actual.parts().get(index).layer();
        for (Map.Entry<Field, Match> entry : expected.fields().entrySet()) {
            Field field = entry.getKey();
            @Nullable Object value = layer.value(field).orElse(null);
            if (field.isChecksum() && value instanceof Long sum) {
                checksum(path, field, entry.getValue(), sum, actual.rightChecksum(index, field));
            } else if (!entry.getValue().matches(value)) {
                found.addAll(mismatches(path + "." + field, field, entry.getValue(), value));
            }
        }
    }

    private void checksum(String path, Field field, Match match, long sum, long right) {
        Match settled = settled(match, sum == right);
        if (!settled.matches(sum)) {
            String verdict = sum == right ? " (valid)" : " (invalid, right is " + field.print(right) + ")";
            found.add(new Mismatch(path + "." + field, Notation.explain(field, match), field.print(sum) + verdict));
        }
    }

    /** The match with every question about the checksum answered. */
    private static Match settled(Match match, boolean valid) {
        if (match instanceof Match.Checksum checksum) {
            return checksum.valid() == valid ? new Match.Any() : new Match.In(List.of());
        }
        if (match instanceof Match.Not not) {
            return new Match.Not(settled(not.match(), valid));
        }
        if (match instanceof Match.In in) {
            return new Match.In(
                    in.matches().stream().map(m -> settled(m, valid)).toList());
        }
        return match;
    }

    static List<Mismatch> mismatches(String path, Field field, Match match, @Nullable Object value) {
        boolean lists = match instanceof Match.Exact exact && exact.value() instanceof Options;
        if (lists && value instanceof Options options) {
            return OptionsDifference.between(path, field, (Options) ((Match.Exact) match).value(), options);
        }
        if (match instanceof Match.Listed listed) {
            return List.of(OptionsListing.mismatch(path, field, listed, (Options) value));
        }
        String actual = value == null
                ? "absent"
                : field.explain(value instanceof Options options ? Reduction.reduced(options) : value);
        return List.of(new Mismatch(path, Notation.explain(field, match), actual));
    }
}
