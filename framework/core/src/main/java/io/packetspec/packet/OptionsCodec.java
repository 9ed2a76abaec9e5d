package io.packetspec.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lists of small layers: options with a kind, or elements of one format. */
final class OptionsCodec {
    private OptionsCodec() {}

    static Octets write(Field field, Options options) {
        List<byte[]> all =
                options.list().stream().map(option -> whole(field, option)).toList();
        byte[] octets = new byte[all.stream().mapToInt(option -> option.length).sum()];
        int at = 0;
        for (byte[] option : all) {
            System.arraycopy(option, 0, octets, at, option.length);
            at += option.length;
        }
        return Octets.view(octets);
    }

    private static byte[] whole(Field field, Layer option) {
        byte[] octets = write(option);
        return option.header().isOpaque()
                ? octets
                : Arrays.copyOf(octets, field.style().whole(octets.length));
    }

    static byte[] write(Layer option) {
        return HeaderCodec.write(option, 0, Optional.empty());
    }

    /** Every octet ends up in an option: what makes no sense becomes a raw one. */
    static Options read(Field field, Octets octets) {
        List<Layer> options = new ArrayList<>();
        int at = 0;
        while (at < octets.length()) {
            int end = isKinded(field) ? field.style().end(octets, at) : elementEnd(field, octets, at);
            Header format = end > octets.length() ? Header.RAW : format(field, octets, at, end);
            Dissection.Part option = HeaderCodec.read(format, octets, at, Math.min(end, octets.length()))
                    .orElseThrow();
            options.add(option.layer());
            at = option.headerEnd();
        }
        return new Options(options);
    }

    private static boolean isKinded(Field field) {
        return onlyFormat(field).field("kind").isPresent();
    }

    private static Header onlyFormat(Field field) {
        return field.unnamedFormat().orElseThrow();
    }

    /** By its own account where it varies in length; beyond the octets if it is cut short. */
    private static int elementEnd(Field field, Octets octets, int at) {
        return HeaderCodec.read(onlyFormat(field), octets, at, octets.length())
                .map(Dissection.Part::headerEnd)
                .orElse(octets.length() + 1);
    }

    private static Header format(Field field, Octets octets, int at, int end) {
        return field.formats().values().stream()
                .filter(format -> isOf(format, octets.at(at)) && holds(format, end - at))
                .findFirst()
                .orElseGet(() -> onlyFormat(field));
    }

    private static boolean isOf(Header format, int kind) {
        Context nowhere = new Context(Layer.of(format), 0, 0, Optional.empty());
        return format.field("kind")
                .filter(f -> f.unset(nowhere).equals((long) kind))
                .isPresent();
    }

    private static boolean holds(Header format, int length) {
        int rest = length - format.fixedLength();
        int unit = format.variablePart()
                .flatMap(Field::unnamedFormat)
                .map(Header::fixedLength)
                .orElse(1);
        return format.variablePart().isPresent() ? rest >= 0 && rest % unit == 0 : rest == 0;
    }
}
