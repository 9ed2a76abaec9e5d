package io.packetspec.spec;

import io.packetspec.abi.Errno;
import io.packetspec.abi.SocketOption;
import io.packetspec.packet.Match;
import io.packetspec.spec.Expressions.Expression;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a spec, at the place where its user wrote it.
 *
 * <p>Long, because every kind of step stands here: those who visit steps must deal with all of them.
 */
public sealed interface Step {
    At at();

    /** The step as its user wrote it, on one line: values as written, whatever the layout as flow collections. */
    String text();

    /** The steps inside this one. */
    default List<Step> steps() {
        return List.of();
    }

    /** This step and all inside it. */
    default Stream<Step> all() {
        return Stream.concat(Stream.of(this), steps().stream().flatMap(Step::all));
    }

    <R> R accept(Visitor<R> visitor);

    /**
     * Puts a frame on a wire.
     *
     * @param fragmentation how it is cut into fragments; null: it goes as it is
     */
    record Inject(
            At at,
            String text,
            String wire,
            PacketTemplate packet,
            @Nullable Fragmentation fragmentation,
            @Nullable String as)
            implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inject(this);
        }
    }

    /**
     * The next unconsumed frames on the wire must match.
     *
     * @param count how many frames in a row, at least 1
     * @param reassembled whether each of them comes in fragments
     */
    record Expect(
            At at,
            String text,
            String wire,
            PacketTemplate packet,
            Due due,
            int count,
            boolean reassembled,
            @Nullable String as)
            implements Step {
        /** The same with another packet. */
        public Expect with(PacketTemplate other) {
            return new Expect(at, text, wire, other, due, count, reassembled, as);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expect(this);
        }
    }

    /**
     * The next unconsumed frames on the wire must match these packets, in whatever order.
     *
     * @param as the names of the frames in the order of the packets; none: they are not kept
     */
    record AnyOrder(At at, String text, String wire, List<PacketTemplate> packets, Due due, List<String> as)
            implements Step {
        public AnyOrder {
            packets = List.copyOf(packets);
            as = List.copyOf(as);
        }

        /** The same with other packets. */
        public AnyOrder with(List<PacketTemplate> others) {
            return new AnyOrder(at, text, wire, others, due, as);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anyOrder(this);
        }
    }

    /**
     * No further frame: proved by a barrier, or for a time.
     *
     * @param time null: proved
     * @param allow frames that may come all the same
     */
    record Silence(At at, String text, @Nullable Duration time, List<PacketTemplate> allow) implements Step {
        public Silence {
            allow = List.copyOf(allow);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.silence(this);
        }
    }

    /**
     * A system call on a host.
     *
     * @param arguments what {@link Signature.Kind} says, by the argument's name, in written order
     * @param without capabilities that the call runs without
     * @param background the name under which {@link Await} finds it, or null for a call in the foreground
     */
    record Call(
            At at,
            String text,
            String host,
            Signature signature,
            Map<String, Object> arguments,
            Outcome outcome,
            List<String> without,
            @Nullable String as,
            @Nullable String background)
            implements Step {
        /** The same with another outcome. */
        public Call with(Outcome other) {
            return new Call(at, text, host, signature, arguments, other, without, as, background);
        }

        /** The same with other arguments. */
        public Call with(Map<String, Object> others) {
            return new Call(at, text, host, signature, others, outcome, without, as, background);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** Waits for a call in the background, and checks its outcome. */
    record Await(At at, String text, String name, @Nullable Duration within) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.await(this);
        }
    }

    /**
     * The three-way handshake of a flow, both of its ends.
     *
     * @param steps the three steps that it is short for
     */
    record Handshake(At at, String text, Flow flow, List<Step> steps) implements Step {
        public Handshake {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.handshake(this);
        }
    }

    /** Sets sysctls of a host. */
    record Sysctl(At at, String text, String host, Map<String, Value<String>> values) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sysctl(this);
        }
    }

    /**
     * Changes a host.
     *
     * @param fails the errno with which the change must fail; null: it must not
     */
    record Change(
            At at,
            String text,
            String host,
            HostChange change,
            @Nullable Value<Errno> fails) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.change(this);
        }
    }

    /**
     * Runs a command in a host's namespace.
     *
     * @param command the argument list; shell text is {@code [sh, -c, text]}
     * @param prints what its standard output must be, trimmed; null: anything
     * @param exits what its exit status must be
     * @param surroundings where it runs
     */
    record Run(
            At at,
            String text,
            String host,
            List<Value<String>> command,
            Surroundings surroundings,
            @Nullable Value<TextMatch> prints,
            Value<Match> exits,
            Duration within,
            @Nullable String as)
            implements Step {
        /** The same with other output. */
        public Run with(Value<TextMatch> other) {
            return new Run(at, text, host, command, surroundings, other, exits, within, as);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.run(this);
        }
    }

    /**
     * Reads a file as a host sees it.
     *
     * @param prints what its text must be; null: anything
     * @param fails the errno that reading it must fail with; null: it must succeed
     */
    record Cat(
            At at,
            String text,
            String host,
            Value<String> path,
            @Nullable Value<TextMatch> prints,
            @Nullable Value<Errno> fails,
            @Nullable String as)
            implements Step {
        /** The same with another text. */
        public Cat with(Value<TextMatch> other) {
            return new Cat(at, text, host, path, other, fails, as);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cat(this);
        }
    }

    /**
     * Changes of a host's SNMP counters since the spec began, named as nstat(8) names them.
     *
     * @param others whether every other counter of the groups named must have stayed as it was
     */
    record Counters(At at, String text, String host, Map<String, Value<Match>> deltas, boolean others) implements Step {
        /** The same with other changes. */
        public Counters with(Map<String, Value<Match>> others) {
            return new Counters(at, text, host, others, this.others);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.counters(this);
        }
    }

    /**
     * The figures of a socket that an option answers.
     *
     * @param fields what they must be: {@link Match.Fields}
     */
    record Figures(
            At at,
            String text,
            String host,
            Value<Long> socket,
            SocketOption option,
            Value<Match> fields,
            @Nullable String as)
            implements Step {
        /** The same with other fields. */
        public Figures with(Value<Match> others) {
            return new Figures(at, text, host, socket, option, others, as);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.figures(this);
        }
    }

    /** A condition over captured values. */
    record Check(At at, String text, Expression condition) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.check(this);
        }
    }

    /**
     * What became of the packets that the spec caused last: dropped, or answered with a reset, for this reason.
     *
     * @param reason what the reason must be, without SKB_DROP_REASON_ or SK_RST_REASON_
     */
    record Drop(At at, String text, boolean reset, Value<Match> reason) implements Step {
        /** The same with another reason. */
        public Drop with(Value<Match> other) {
            return new Drop(at, text, reset, other);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.drop(this);
        }
    }

    /**
     * A step of a script, done or expected at its time.
     *
     * @param until when a call that blocks must end, measured like the timing; null: it does not block
     * @param joined of a segment that is expected, how many octets of payload may come in several; 0: it comes as it is
     * @param forgiven whether a packet that comes and is not as expected is only told of
     */
    record Timed(
            At at, String text, Timing timing, @Nullable Duration until, int joined, boolean forgiven, Step step)
            implements Step {
        @Override
        public List<Step> steps() {
            return List.of(step);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timed(this);
        }
    }

    /**
     * Steps by the clock of a script. Unlike a spec, it does not care for frames that nothing expects behind its end.
     *
     * @param files on which hosts it runs commands or opens files: there it has a /tmp of its own
     * @param cleanup what is run in the end, whatever became of the steps
     */
    record Script(At at, String text, List<String> files, List<Step> steps, List<Step> cleanup) implements Step {
        public Script {
            files = List.copyOf(files);
            steps = List.copyOf(steps);
            cleanup = List.copyOf(cleanup);
        }

        /** Whether the first packet of it comes from the other end of a wire. */
        public boolean isBegunFromOutside() {
            return steps.stream()
                    .flatMap(Step::all)
                    .filter(step -> step instanceof Inject || step instanceof Expect)
                    .findFirst()
                    .filter(Inject.class::isInstance)
                    .isPresent();
        }

        /** Whether something is to happen later than the first of its steps. */
        public boolean takesTime() {
            return steps.stream()
                    .anyMatch(step -> step instanceof Timed timed
                            && (timed.until() != null || !timed.timing().isAtOnce()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.script(this);
        }
    }

    /**
     * Runs the code of a script.
     *
     * @param command reads the snippets, a line each, and its exit status says which does not hold, from 1
     * @param within which it ends once it has read all of them
     */
    record Code(At at, String text, String host, List<String> command, List<Snippet> snippets, Duration within)
            implements Step {
        public Code {
            command = List.copyOf(command);
            snippets = List.copyOf(snippets);
        }

        /**
         * Some code, on figures that the script keeps at its time.
         *
         * @param events the names under which they are kept, in that order
         * @param line with the code and its figures, at its place in the script
         * @param left how much of the script is still to come then
         */
        public record Snippet(List<String> events, Value<String> line, Duration left) {
            public Snippet {
                events = List.copyOf(events);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.code(this);
        }
    }

    /** Passes time. */
    record Wait(At at, String text, Duration time) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pause(this);
        }
    }

    /** Steps that are tried again until they hold. */
    record Eventually(At at, String text, List<Step> steps, Duration within) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.eventually(this);
        }
    }

    /**
     * Steps that are run again and again.
     *
     * @param times how many turns, at least 1; with {@code until} how many at most
     * @param as the name of the number of the turn, from 0, inside
     * @param until holds after the last turn, and after none before it; null: all turns are made
     */
    record Repeat(
            At at,
            String text,
            int times,
            @Nullable String as,
            @Nullable Expression until,
            List<Step> steps) implements Step {
        public Repeat {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.repeat(this);
        }
    }

    /** One method a kind of step: a new kind does not compile until everyone has an answer to it. */
    interface Visitor<R> {
        R inject(Inject step);

        R expect(Expect step);

        R anyOrder(AnyOrder step);

        R silence(Silence step);

        R call(Call step);

        R await(Await step);

        R handshake(Handshake step);

        R sysctl(Sysctl step);

        R change(Change step);

        R run(Run step);

        R cat(Cat step);

        R counters(Counters step);

        R figures(Figures step);

        R check(Check step);

        R drop(Drop step);

        R pause(Wait step);

        R eventually(Eventually step);

        R repeat(Repeat step);

        R timed(Timed step);

        R script(Script step);

        R code(Code step);
    }
}
