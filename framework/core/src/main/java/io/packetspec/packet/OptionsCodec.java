package io.packetspec.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of small layers: options with a kind (RFC 791 section 3.1, RFC 9293 section 3.1), or elements of one format. */
final class OptionsCodec {
    /** Kinds 0 and 1 are single octets, in IPv4 as in TCP. */
    private static final int END = 0;

    private static final int SINGLES = 1;

    private OptionsCodec() {}

    /** Padded with zeros to a multiple of four octets, as the length fields of both protocols count. */
    static Octets write(Options options) {
        List<byte[]> all = options.list().stream().map(OptionsCodec::write).toList();
        int length = all.stream().mapToInt(octets -> octets.length).sum();
        byte[] octets = new byte[(length + 3) / 4 * 4];
        int at = 0;
        for (byte[] option : all) {
            System.arraycopy(option, 0, octets, at, option.length);
            at += option.length;
        }
        return Octets.view(octets);
    }

    static byte[] write(Layer option) {
        return HeaderCodec.write(option, 0, Optional.empty());
    }

    /** Every octet ends up in an option: what makes no sense becomes a raw one. */
    static Options read(Field field, Octets octets) {
        List<Layer> options = new ArrayList<>();
        int at = 0;
        while (at < octets.length()) {
            int end = isKinded(field) ? end(octets, at) : at + onlyFormat(field).fixedLength();
            Header format = end > octets.length() ? Header.RAW : format(field, octets, at, end);
            Dissection.Part option = HeaderCodec.read(format, octets, at, Math.min(end, octets.length()))
                    .orElseThrow();
            options.add(option.layer());
            at = option.headerEnd();
        }
        return new Options(options);
    }

    static boolean isEnd(Layer option) {
        return option.header().fields().size() == 1 && option.value("kind").equals(Optional.of((long) END));
    }

    private static boolean isKinded(Field field) {
        return onlyFormat(field).field("kind").isPresent();
    }

    private static Header onlyFormat(Field field) {
        return field.unnamedFormat().orElseThrow();
    }

    /** Where the option that starts here ends by its own account; beyond the octets if that is nonsense. */
    private static int end(Octets octets, int at) {
        int nonsense = octets.length() + 1;
        if (octets.at(at) == END) {
            return isZero(octets, at) ? at + 1 : nonsense;
        }
        if (octets.at(at) <= SINGLES) {
            return at + 1;
        }
        boolean sane = at + 1 < octets.length() && octets.at(at + 1) >= 2;
        return sane ? at + octets.at(at + 1) : nonsense;
    }

    private static boolean isZero(Octets octets, int from) {
        int at = from;
        while (at < octets.length() && octets.at(at) == 0) {
            at++;
        }
        return at == octets.length();
    }

    private static Header format(Field field, Octets octets, int at, int end) {
        return field.formats().values().stream()
                .filter(format -> isOf(format, octets.at(at)) && holds(format, end - at))
                .findFirst()
                .orElseGet(() -> onlyFormat(field));
    }

    private static boolean isOf(Header format, int kind) {
        Context nowhere = new Context(0, 0, Optional.empty());
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
