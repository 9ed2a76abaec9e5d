package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Options;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.packetdrill.TcpOption;
import java.util.List;

/** TCP options as layers. Of timestamps nothing is filled in that belongs to the kernel's clock. */
final class OptionsTranslation implements TcpOption.Visitor<Layer> {
    private static final int MD5 = 19;
    private static final int FAST_OPEN = 34;
    private static final int EXPERIMENT = 254;
    private static final String FAST_OPEN_EXPERIMENT = "f989";
    private static final int[] ACCURATE_ECN = {172, 174};

    private final boolean expected;

    private OptionsTranslation(boolean expected) {
        this.expected = expected;
    }

    static Options of(List<TcpOption> options, boolean expected) {
        OptionsTranslation translation = new OptionsTranslation(expected);
        return new Options(
                options.stream().map(option -> option.accept(translation)).toList());
    }

    private static Layer named(String name) {
        Header format = Headers.TCP.field("options").orElseThrow().formats().get(name);
        return Layer.of(format);
    }

    private static Layer generic(Field options) {
        return Layer.of(options.unnamedFormat().orElseThrow());
    }

    private static Layer numbered(int kind, String hex) {
        return generic(Headers.TCP.field("options").orElseThrow())
                .with("kind", kind)
                .with("hex", Octets.hex(hex));
    }

    @Override
    public Layer nop(TcpOption.Nop nop) {
        return named("nop");
    }

    @Override
    public Layer eol(TcpOption.Eol eol) {
        return named("eol");
    }

    @Override
    public Layer mss(TcpOption.Mss mss) {
        return named("mss").with("mss", mss.octets());
    }

    @Override
    public Layer windowScale(TcpOption.WindowScale scale) {
        return named("wscale").with("wscale", scale.shift());
    }

    @Override
    public Layer sackPermitted(TcpOption.SackPermitted permitted) {
        return named("sackOK");
    }

    @Override
    public Layer sack(TcpOption.Sack sack) {
        Layer block = Layer.of(
                named("sack").header().field("sack").orElseThrow().formats().get("block"));
        Layer[] blocks = sack.blocks().stream()
                .map(each -> block.with("left", each.left()).with("right", each.right()))
                .toArray(Layer[]::new);
        return named("sack").with("sack", blocks);
    }

    @Override
    public Layer timestamp(TcpOption.Timestamp timestamp) {
        return expected ? named("ts") : named("ts").with("val", timestamp.value());
    }

    @Override
    public Layer md5(TcpOption.Md5 md5) {
        return numbered(MD5, md5.digest());
    }

    @Override
    public Layer fastOpen(TcpOption.FastOpen fastOpen) {
        return fastOpen.experimental()
                ? numbered(EXPERIMENT, FAST_OPEN_EXPERIMENT + fastOpen.cookie())
                : numbered(FAST_OPEN, fastOpen.cookie());
    }

    @Override
    public Layer accurateEcn(TcpOption.AccurateEcn ecn) {
        StringBuilder hex = new StringBuilder();
        ecn.counters().forEach(counter -> hex.append(String.format("%06x", counter & 0xff_ffff)));
        return numbered(ACCURATE_ECN[ecn.first()], hex.toString());
    }
}
