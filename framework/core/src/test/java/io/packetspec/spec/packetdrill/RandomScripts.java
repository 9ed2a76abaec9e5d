package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

/** Random trees in which every form of the language occurs. */
final class RandomScripts {
    static final At AT = new At("random.pkt", 1, 1);

    private final Random random;
    private final RandomPackets packets;
    private final RandomExpressions expressions;

    RandomScripts(long seed) {
        random = new Random(seed);
        packets = new RandomPackets(random);
        expressions = new RandomExpressions(random);
    }

    Script script() {
        return new Script(
                AT,
                several(random, 0, 3, this::option),
                maybe(random, this::shell),
                several(random, 1, 4, this::event),
                maybe(random, this::shell));
    }

    static <T> List<T> several(Random random, int least, int most, Supplier<T> one) {
        List<T> all = new ArrayList<>();
        int count = least + random.nextInt(most - least + 1);
        for (int i = 0; i < count; i++) {
            all.add(one.get());
        }
        return all;
    }

    static <T> Optional<T> maybe(Random random, Supplier<T> one) {
        return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
    }

    /** Zero, all ones, or something between, of so many bits. */
    static long bits(Random random, int bits) {
        long most = -1L >>> (Long.SIZE - bits);
        return pick(random, 0L, most, random.nextLong() & most, random.nextLong() & most & 0xff);
    }

    static OptionalLong maybeBits(Random random, int bits) {
        return random.nextBoolean() ? OptionalLong.of(bits(random, bits)) : OptionalLong.empty();
    }

    @SafeVarargs
    static <T> T pick(Random random, T... all) {
        return all[random.nextInt(all.length)];
    }

    private ScriptOption option() {
        return pick(
                random,
                new ScriptOption(AT, "strict_segments", Optional.empty()),
                new ScriptOption(AT, "mss", Optional.of("1460")),
                new ScriptOption(AT, "so_filename", Optional.of("a b:c")),
                new ScriptOption(AT, "local_ip", Optional.of("fe80::1")),
                new ScriptOption(AT, "remote_ip", Optional.of("192.0.2.1")),
                new ScriptOption(AT, "define", Optional.of("UNUSED=7")),
                new ScriptOption(AT, "define", Optional.of("UNUSED=\"a b\"")));
    }

    private Action.Shell shell() {
        return new Action.Shell(AT, pick(random, "ls", "a\n\n \"b\" // c", "echo \\`x\\`", ""));
    }

    private Event event() {
        boolean out = random.nextBoolean();
        When when = out ? anyTime() : moment();
        return new Event(AT, when, out ? packets.packet(Direction.OUTBOUND) : action(when));
    }

    private When anyTime() {
        long from = bits(random, 40);
        return pick(
                random, new When.Any(), moment(), new When.Range(random.nextBoolean(), from, from + bits(random, 20)));
    }

    private When moment() {
        return new When.Moment(random.nextBoolean(), pick(random, 0L, 1L, 100_000L, bits(random, 40)));
    }

    private Action action(When when) {
        return pick(
                random,
                shell(),
                new Action.Code(AT, pick(random, "assert x == 1, x", "\n# y\nprint({})\n", "")),
                packets.packet(Direction.INBOUND),
                call(when),
                call(when));
    }

    private Call call(When when) {
        long begin = ((When.Moment) when).micros();
        OptionalLong until = random.nextBoolean() ? OptionalLong.of(begin + bits(random, 20)) : OptionalLong.empty();
        Optional<String> note = maybe(random, () -> "A note of words");
        Optional<Call.Failure> failure = maybe(random, () -> new Call.Failure(AT, "EAGAIN", "Try again"));
        return new Call(AT, until, "call", several(random, 0, 3, expressions::any), expressions.any(), failure, note);
    }
}
