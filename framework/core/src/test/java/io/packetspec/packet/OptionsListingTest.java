package io.packetspec.packet;

import static io.packetspec.packet.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptionsListingTest {
    private static final Layer ANY = tcpOption("mss");
    private static final Layer BIG = ANY.with("mss", 1460);
    private static final Layer SMALL = ANY.with("mss", 1400);
    private static final Layer NOP = tcpOption("nop");

    private static Match.Listed has(Layer... options) {
        return new Match.Listed(Options.of(options), Options.of(), false);
    }

    private static Match.Listed set(Layer... options) {
        return new Match.Listed(Options.of(options), Options.of(), true);
    }

    private static Dissection there(Layer... options) {
        return dissect(ipv4(), tcp().with("options", options));
    }

    private static boolean fits(Match.Listed expected, Dissection actual) {
        boolean fits = actual.diff(Packet.of(tcp().with("options", expected))).isEmpty();
        Object value = actual.parts().get(1).layer().value("options").orElse(null);
        assertThat(expected.matches(value)).isEqualTo(fits);
        return fits;
    }

    @Test
    void a_general_wish_takes_nothing_away_from_a_special_one() {
        assertThat(fits(has(ANY, BIG), there(BIG, SMALL))).isTrue();
        assertThat(fits(has(ANY, SMALL), there(BIG, SMALL))).isTrue();
        assertThat(fits(has(BIG, ANY), there(BIG, SMALL))).isTrue();
        assertThat(fits(set(ANY, ANY), there(BIG, SMALL))).isTrue();
        assertThat(fits(set(ANY), there(BIG, SMALL))).isFalse();
        assertThat(fits(has(BIG, BIG), there(BIG, SMALL))).isFalse();
        assertThat(fits(has(ANY, ANY, ANY), there(BIG, SMALL))).isFalse();
    }

    @Test
    void what_fills_need_not_be_wished_but_may_be() {
        Dissection filled = there(NOP, NOP, BIG, tcpOption("eol"));
        assertThat(fits(set(BIG), filled)).isTrue();
        assertThat(fits(set(NOP, BIG, NOP), filled)).isTrue();
        assertThat(fits(set(NOP, NOP, NOP, BIG), filled)).isFalse();
        assertThat(fits(set(BIG), there(BIG, raw("ff")))).isFalse();
    }

    @Test
    void what_must_not_be_there_is_told() {
        Match.Listed lacks = new Match.Listed(Options.of(), Options.of(SMALL, NOP), false);
        assertThat(fits(lacks, there(BIG))).isTrue();
        assertThat(there(NOP, SMALL).diff(Packet.of(tcp().with("options", lacks))))
                .containsExactly(new Mismatch(
                        "tcp.options",
                        "{lacks: [mss: 1400, nop]}",
                        "[nop, mss: 1400, eol, eol, eol]: nop must not be there, mss: 1400 must not be there"));
    }
}
