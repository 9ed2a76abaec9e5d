package io.packetspec.spec.yaml;

import java.util.List;
import java.util.Map;

/** The modifiers that stand beside verbs. Verbs that give one another meaning have one of their own. */
final class Modifiers {
    static final Key AS = Key.optional("as", Shapes.NAME, "keeps the outcome under this name, for later expressions");
    static final Key AS_EACH = Key.optional(
            "as",
            Shape.oneOrMore(Shapes.NAME),
            "keeps the frame under this name, for later expressions and `after`; a list of names with `any-order`");
    static final Key FROM =
            Key.optional("from", Shapes.NAME, "the wire where to inject; left out where the lab has one");
    static final Key AT = Key.optional("at", Shapes.NAME, "the wire where to expect; left out where the lab has one");
    static final Key ON = Key.optional("on", Shapes.NAME, "the host where to do it; left out where the lab has one");
    static final Key DUE =
            Key.optional("within", Shapes.TIME, "the frame comes at most this long after what caused it");
    static final Key WITHIN = Key.optional("within", Shapes.TIME, "how long to wait");
    static final Key AFTER =
            Key.optional("after", DueReader.KEYS.shape(), "how long after an event the frame must come");
    static final Key COUNT =
            Key.optional("count", Shapes.number(1, WireSteps.MOST), "how many frames in a row must match");
    static final Key FRAGMENT =
            Key.optional("fragment", FragmentationReader.shape(), "how the packet is cut into fragments");
    static final Key REASSEMBLED = Key.optional(
            "reassembled",
            Shape.of("enum", List.of(true, "true")),
            "the packet is put together of the fragments that come");
    static final Key ALLOW = Key.optional("allow", Shapes.ALLOWED, "frames that silence accepts");
    static final Key FAILS = Key.optional("fails", Shapes.ERRNO, "the call must fail, with this errno");
    static final Key RETURNS =
            Key.optional("returns", Shapes.match("number", Shapes.NUMBER, true), "what the call must return");
    /** Of a call whose commands may return flags. */
    static final Key RETURNS_FLAGS = Key.optional(
            RETURNS.name(),
            Shapes.match("returned", Shape.anyOf(Shapes.NUMBER, Shapes.flags("O_"), Shapes.flags("FD_")), true),
            RETURNS.meaning());

    static final Key TOOK = Key.optional("took", Shapes.TIMES, "how long the call itself must have taken");
    static final Key WITHOUT =
            Key.optional("without", Shape.listOf(Shapes.CAPABILITY, 0), "capabilities that the call is made without");
    static final Key BACKGROUND = Key.optional(
            "background", Shapes.NAME, "the call is made on a thread of its own, and a step `await` collects it");
    static final Key PRINTS =
            Key.optional("prints", Shape.ref("printed"), "what the command must write to its standard output");
    static final Key EXITS = Key.optional(
            "exits", Shapes.match("number", Shapes.NUMBER, true), "the command's exit status; 0 if left out");

    /** A call that fails returns nothing to match and keeps nothing. */
    static final Map<String, Object> BESIDE_FAILS = Map.of(
            FAILS.name(),
            Shape.of(
                            "properties",
                            Shape.of(AS.name(), false, RETURNS.name(), false, PRINTS.name(), false)
                                    .schema())
                    .schema());

    private Modifiers() {}
}
