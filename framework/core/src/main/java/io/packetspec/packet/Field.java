package io.packetspec.packet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One field of a header: its name, its place, how its value is written, and what it is when nobody sets it.
 *
 * <p>Long, because all that any header needs to say of a field is said here, in a line or three each.
 *
 * <p>Immutable; the methods that describe a field return another one. Two fields are equal only if they are the same.
 */
public final class Field {
    /**
     * What a value of the field is: {@code UINT} and {@code FLAGS} a {@link Long}, the addresses an {@link Address},
     * {@code OCTETS} an {@link Octets}, {@code OPTIONS} an {@link Options}.
     */
    public enum Kind {
        UINT,
        FLAGS,
        MAC,
        IPV4,
        IPV6,
        OCTETS,
        OPTIONS;

        private boolean fits(Object value) {
            return switch (this) {
                case UINT, FLAGS -> value instanceof Long;
                case MAC -> value instanceof Address address && address.isMac();
                case IPV4 -> value instanceof Address address && address.isIpv4();
                case IPV6 -> value instanceof Address address && address.isIpv6();
                case OCTETS -> value instanceof Octets;
                case OPTIONS -> value instanceof Options;
            };
        }
    }

    private record Formats(
            Map<String, Header> named, @Nullable Header unnamed, OptionStyle style, int multiple) {
        static final Formats NONE = new Formats(Map.of(), null, OptionStyle.INTERNET, 1);
    }

    private record Place(
            int bit, Predicate<Layer> relevant, @Nullable Predicate<Layer> optional, boolean trailing) {
        static final Place NEXT = new Place(-1, layer -> true, null, false);
    }

    private record Filling(
            Function<Context, Object> unset, @Nullable ChecksumRule checksum) {}

    private final String name;
    private final Kind kind;
    private final int bits;
    private final Wording wording;
    private final Filling filling;
    private final Place place;
    private final Formats formats;

    private Field(String name, Kind kind, int bits, Wording wording, Filling filling, Place place, Formats formats) {
        this.name = name;
        this.kind = kind;
        this.bits = bits;
        this.wording = wording;
        this.filling = filling;
        this.place = place;
        this.formats = formats;
    }

    private static Field of(String name, Kind kind, int bits, Wording wording, Object unset) {
        return new Field(name, kind, bits, wording, new Filling(c -> unset, null), Place.NEXT, Formats.NONE);
    }

    /** A number of up to 32 bits; 0 if unset. */
    public static Field of(String name, int bits) {
        return of(name, Kind.UINT, bits, new Numbers(bits, Names.NONE, false), 0L);
    }

    /** An address of this kind; all zeros if unset. */
    public static Field address(String name, Kind kind) {
        AddressWording wording = AddressWording.valueOf(kind.name());
        int octets = kind == Kind.MAC ? 6 : kind == Kind.IPV4 ? 4 : 16;
        return of(name, kind, octets * 8, wording, new Address(Octets.of(new byte[octets])));
    }

    /** The octets that are left, written as text. */
    public static Field text(String name) {
        return of(name, Kind.OCTETS, 0, OctetsWording.TEXT, Octets.NONE);
    }

    /** The octets that are left, written as {@code {hex: "00ff"}}. */
    public static Field octets(String name) {
        return of(name, Kind.OCTETS, 0, OctetsWording.BARE_HEX, Octets.NONE);
    }

    /** The octets that are left, written in hex because the field's name says so. */
    public static Field hexOctets(String name) {
        return of(name, Kind.OCTETS, 0, OctetsWording.HEX, Octets.NONE);
    }

    /**
     * A list of small layers in the octets that are left, each in one of these formats.
     *
     * @param unnamed what a mapping stands for that names no format, such as {@code {kind: 253}}
     */
    public static Field options(String name, Header unnamed, Header... formats) {
        Map<String, Header> named = new LinkedHashMap<>();
        Arrays.stream(formats).forEach(format -> named.put(format.name(), format));
        named.put(unnamed.name(), unnamed);
        Options none = Options.of();
        Filling filling = new Filling(context -> none, null);
        Wording wording = new OptionsWording(unnamed);
        return new Field(
                name,
                Kind.OPTIONS,
                0,
                wording,
                filling,
                Place.NEXT,
                new Formats(named, unnamed, OptionStyle.INTERNET, 1));
    }

    /** Options that stand one behind the other in another way than those of IPv4 and TCP do. */
    public Field listed(OptionStyle style) {
        return varying(new Formats(formats.named, formats.unnamed, style, formats.multiple));
    }

    /** Padded until the header is a multiple of so many octets long. */
    public Field paddedTo(int multiple) {
        return varying(new Formats(formats.named, formats.unnamed, formats.style, multiple));
    }

    private Field varying(Formats other) {
        return new Field(name, kind, bits, wording, filling, place, other);
    }

    /** Single bits with names, from the lowest on: letters ({@code "F", "S"}) or words ({@code "MF", "DF"}). */
    public Field flags(Names aliases, String... names) {
        Wording flags = new FlagNames(bits, List.of(names), aliases);
        return new Field(name, Kind.FLAGS, bits, flags, filling, place, formats);
    }

    public Field named(Names names) {
        return worded(new Numbers(bits, names, ((Numbers) wording).hex()));
    }

    /** A number that people know in hex. */
    public Field hex() {
        return worded(new Numbers(bits, ((Numbers) wording).names(), true));
    }

    private Field worded(Wording other) {
        return new Field(name, kind, bits, other, filling, place, formats);
    }

    public Field withDefault(long number) {
        return computed(context -> number);
    }

    public Field computed(ToLongFunction<Context> unset) {
        return filled(new Filling(unset::applyAsLong, null));
    }

    /** The number of the layer that follows, by its name; this number where the names do not know it. */
    public Field selecting(Names names, long otherwise) {
        return named(names)
                .computed(context -> context.next()
                        .flatMap(next -> names.number(next.name()))
                        .orElse(otherwise));
    }

    /** A checksum, computed when everything else of the packet is there. */
    public Field checksum(ChecksumRule rule) {
        return hex().filled(new Filling(context -> 0L, rule));
    }

    private Field filled(Filling other) {
        return new Field(name, kind, bits, wording, other, place, formats);
    }

    /**
     * A second view of bits that other fields hold too, from this bit of the header on. Written only if set.
     *
     * @param relevant whether the view has a meaning in this layer; printers leave it out where it has none
     */
    public Field viewAt(int bit, Predicate<Layer> relevant) {
        return placed(new Place(bit, relevant, null, false));
    }

    private Field placed(Place other) {
        return new Field(name, kind, bits, wording, filling, other, formats);
    }

    /** Printers leave the field out where it has no meaning. */
    public Field when(Predicate<Layer> relevant) {
        return viewAt(place.bit, relevant);
    }

    /**
     * A field that only some layers of the header have, or that is set nevertheless. Such fields stand behind all
     * others; a checksum among them is their first.
     *
     * @param there by the fields that every layer has
     */
    public Field optional(Predicate<Layer> there) {
        return placed(new Place(place.bit, there, there, false));
    }

    /** The same for one of several fields that an older version lacks: all are there if one is, or if there is room. */
    public Field trailing(Predicate<Layer> there) {
        return placed(new Place(place.bit, there, there, true));
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The names of values, or of single flags. */
    public List<String> words() {
        return wording.words();
    }

    /** The width; 0 if it varies. */
    public int bits() {
        return bits;
    }

    public boolean isChecksum() {
        return filling.checksum != null;
    }

    Optional<ChecksumRule> checksumRule() {
        return Optional.ofNullable(filling.checksum);
    }

    boolean isOptional() {
        return place.optional != null;
    }

    /** Whether the layer, with every field that is not optional, calls for this one. */
    boolean isCalledForBy(Layer layer) {
        return place.optional == null || place.optional.test(layer);
    }

    boolean isTrailing() {
        return place.trailing;
    }

    boolean isView() {
        return place.bit >= 0;
    }

    int viewBit() {
        return place.bit;
    }

    boolean isRelevantIn(Layer layer) {
        return place.relevant.test(layer);
    }

    /** What the field is if it was not set; of a number that does not fit what is left of it. */
    Object unset(Context context) {
        Object value = filling.unset.apply(context);
        return value instanceof Long number ? (Long) (number & mask()) : value;
    }

    /** @throws IllegalArgumentException if nobody set it, and what it would be does not fit */
    void checkUnset(Context context) {
        if (filling.unset.apply(context) instanceof Long number && (number & mask()) != number) {
            throw new IllegalArgumentException(context.layer().header() + "." + name + " would be " + number
                    + ", more than its " + bits + " bits hold: set it, or make the packet smaller");
        }
    }

    /** For {@code OPTIONS}: the option formats by name. Each option is a small layer of its own. */
    public Map<String, Header> formats() {
        return formats.named;
    }

    OptionStyle style() {
        return formats.style;
    }

    int multiple() {
        return formats.multiple;
    }

    /** For {@code OPTIONS}: the format of a mapping that names none, such as {@code {kind: 253, hex: "f989"}}. */
    public Optional<Header> unnamedFormat() {
        return Optional.ofNullable(formats.unnamed);
    }

    /**
     * Reads one scalar in the notation of specs: a number ({@code 0x} for hex), an address, flag letters or a name.
     *
     * @throws IllegalArgumentException saying what is wrong and what is legal
     */
    public Object parse(String text) {
        return wording.parse(text);
    }

    /** The value as a spec writes it. */
    public String print(Object value) {
        return wording.print(value);
    }

    /** The value for a failure: decimal and hex where both help, {@code 7 (0x7)}. */
    public String explain(Object value) {
        return wording.explain(value);
    }

    /**
     * The number wrapped at the field's width, as arithmetic on header fields does.
     *
     * @throws IllegalArgumentException if the field holds no number
     */
    public Object wrap(long number) {
        if (kind != Kind.UINT && kind != Kind.FLAGS) {
            throw new IllegalArgumentException(name + " is no number");
        }
        return number & mask();
    }

    private long mask() {
        return (1L << bits) - 1;
    }

    /** @throws IllegalArgumentException if the match can have no meaning for the field */
    void check(Match match) {
        if (match instanceof Match.Exact exact) {
            check(exact.value());
        } else if (match instanceof Match.Checksum && !isChecksum()) {
            throw new IllegalArgumentException(name + " is no checksum: it cannot be " + match);
        }
    }

    private void check(Object value) {
        if (!kind.fits(value)) {
            throw new IllegalArgumentException(
                    name + " holds no " + value.getClass().getSimpleName());
        }
        if (value instanceof Long number && (number & mask()) != number) {
            throw new IllegalArgumentException(number + " does not fit into the " + bits + " bits of " + name);
        }
    }

    Object read(Octets octets, int bit) {
        return switch (kind) {
            case UINT, FLAGS -> Bits.read(octets, bit, bits);
            case MAC, IPV4, IPV6 -> new Address(octets.slice(bit / 8, (bit + bits) / 8));
            default -> throw new IllegalStateException(name + " has no fixed place");
        };
    }

    void write(byte[] octets, int bit, Object value) {
        if (value instanceof Long number) {
            Bits.write(octets, bit, bits, number);
        } else {
            ((Address) value).octets().copyTo(octets, bit / 8);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
