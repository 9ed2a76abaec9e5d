package io.packetspec.packet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * A protocol header: a table of fields, the last of which may vary in length, and how the header frames what follows.
 *
 * <p>Immutable; the methods that describe a header return another one. Two headers are equal only if they are the same.
 */
public final class Header {
    /** What nobody took apart, or what a spec gives as it is: everything behind the layer before. */
    public static final Header PAYLOAD = of("payload", Field.text("data"));

    /** Like {@link #PAYLOAD}, written in hex: octets put as they are, or a header that is cut short. */
    public static final Header RAW = of("raw", Field.octets("data"));

    /** More than any frame holds: a part that varies goes as far as there are octets. */
    public static final int UNSTATED = 1 << 24;

    private record Framing(
            ToIntFunction<Layer> headerLength,
            ToIntFunction<Layer> length,
            BiFunction<Layer, Integer, Optional<Header>> next,
            Predicate<Layer> quotes,
            boolean padding) {}

    private final String name;
    private final List<Field> fields;
    private final Map<String, Field> named = new HashMap<>();
    private final Map<Field, Integer> bits = new HashMap<>();
    private final int fixedLength;
    private final List<Field> optional;
    private final Framing framing;
    private final String summary;

    private Header(String name, List<Field> fields, Framing framing, String summary) {
        this.name = name;
        this.fields = fields;
        this.framing = framing;
        this.summary = summary;
        int bit = 0;
        int fixed = 0;
        for (Field field : fields) {
            named.putIfAbsent(field.name(), field);
            bits.put(field, field.isView() ? field.viewBit() : bit);
            bit += field.isView() ? 0 : field.bits();
            fixed += field.isView() || field.isOptional() ? 0 : field.bits();
        }
        this.fixedLength = fixed / 8;
        this.optional = fields.stream().filter(Field::isOptional).toList();
    }

    public static Header of(String name, Field... fields) {
        Framing alone =
                new Framing(layer -> UNSTATED, layer -> 0, (layer, octet) -> Optional.empty(), layer -> false, false);
        return new Header(name, List.of(fields), alone, "");
    }

    /** Where the header states its own length: how many octets, options included. */
    public Header withHeaderLength(ToIntFunction<Layer> octets) {
        return framed(new Framing(octets, framing.length, framing.next, framing.quotes, framing.padding));
    }

    /** Where the header states the length of all there is: how many octets from its first on. Padding behind is cut. */
    public Header withLength(ToIntFunction<Layer> octets) {
        return framed(new Framing(framing.headerLength, octets, framing.next, framing.quotes, framing.padding));
    }

    public Header withNext(Function<Layer, Optional<Header>> next) {
        return withGuess((layer, octet) -> next.apply(layer));
    }

    /** Where the header does not say enough about what follows: by the first octet of that, too; -1 if there is none. */
    public Header withGuess(BiFunction<Layer, Integer, Optional<Header>> next) {
        return framed(new Framing(framing.headerLength, framing.length, next, framing.quotes, framing.padding));
    }

    /** Whether what follows is not carried but quoted, as in an ICMP error: it may be cut anywhere. */
    public Header withQuotes(Predicate<Layer> quotes) {
        return framed(new Framing(framing.headerLength, framing.length, framing.next, quotes, framing.padding));
    }

    /** An option that means nothing: at the end of a list it need not be expected. */
    public Header asPadding() {
        return framed(new Framing(framing.headerLength, framing.length, framing.next, framing.quotes, true));
    }

    /**
     * How one line tells the layer: {@code a>b} a pair, {@code =a} only the value, {@code [a]} the value in brackets,
     * {@code a} name and value, {@code -a} and {@code -a=value} not to be told if a kernel chose it. Fields that the
     * pattern does not name are told if they are not what an encoder would have filled in.
     */
    public Header withSummary(String pattern) {
        return new Header(name, fields, framing, pattern);
    }

    private Header framed(Framing other) {
        return new Header(name, fields, other, summary);
    }

    public String name() {
        return name;
    }

    public List<Field> fields() {
        return fields;
    }

    boolean has(Field field) {
        return bits.containsKey(field);
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /**
     * The field that a bare value stands for, as in {@code payload: hello} or {@code mss: 1460}: the only octets there
     * are, or the field that is called like the header.
     */
    public Optional<Field> principal() {
        return isOpaque() ? Optional.of(fields.get(0)) : field(name);
    }

    /** Whether the header is no header, but all the octets that are left. */
    public boolean isOpaque() {
        return this == PAYLOAD || this == RAW;
    }

    String summary() {
        return summary;
    }

    /** Where the field stands; of an optional one, where it would if all were there. */
    int bit(Field field) {
        return bits.getOrDefault(field, 0);
    }

    List<Field> optional() {
        return optional;
    }

    boolean isPadding() {
        return framing.padding;
    }

    /** Octets that every layer has, without options. */
    int fixedLength() {
        return fixedLength;
    }

    /** The field at the end that has no fixed length, if every layer has it. */
    Optional<Field> variablePart() {
        return fields.stream().filter(f -> f.bits() == 0 && !f.isOptional()).findFirst();
    }

    int headerLength(Layer layer) {
        return framing.headerLength.applyAsInt(layer);
    }

    int length(Layer layer) {
        return framing.length.applyAsInt(layer);
    }

    /** @param octet the first behind the header, -1 if there is none */
    Optional<Header> next(Layer layer, int octet) {
        return framing.next.apply(layer, octet);
    }

    boolean quotes(Layer layer) {
        return framing.quotes.test(layer);
    }

    @Override
    public String toString() {
        return name;
    }
}
