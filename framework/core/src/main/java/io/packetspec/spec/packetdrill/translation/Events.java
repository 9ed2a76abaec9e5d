package io.packetspec.spec.packetdrill.translation;

import io.packetspec.spec.At;
import io.packetspec.spec.Step;
import io.packetspec.spec.Timing;
import io.packetspec.spec.packetdrill.Action;
import io.packetspec.spec.packetdrill.Body;
import io.packetspec.spec.packetdrill.Call;
import io.packetspec.spec.packetdrill.Direction;
import io.packetspec.spec.packetdrill.Event;
import io.packetspec.spec.packetdrill.PacketForm;
import io.packetspec.spec.packetdrill.When;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The events of a script as steps, each at its time. A call that blocks is awaited before the next call. */
final class Events implements Action.Visitor<List<Step>> {
    /** For so long packetdrill waits for a call that should have ended. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Settings settings;
    private final PacketTranslation packets;
    private final CallTranslation calls;
    private final CodeTranslation code;
    private final Function<Action.Shell, Step> commands;
    private final Descriptors descriptors = new Descriptors();
    private final List<Step> steps = new ArrayList<>();
    private String text = "";
    private Duration elapsed = Duration.ZERO;
    private int background;
    private Step.@Nullable Timed pending;

    Events(Net net, Settings settings, Conversations conversations, Function<Action.Shell, Step> commands) {
        this.settings = settings;
        this.packets = new PacketTranslation(net, settings, conversations, () -> elapsed);
        this.calls = new CallTranslation(net, settings, conversations, descriptors);
        this.code = new CodeTranslation(settings);
        this.commands = commands;
    }

    List<Step> steps() {
        return steps;
    }

    void add(Event event) {
        if (event.action() instanceof Call || event.action() instanceof Action.Code && opensConnection()) {
            await();
        }
        text = event.toString();
        Timing timing = event.when().accept(new Timings(settings.tolerance()));
        elapsed = timing.relative() ? elapsed.plus(timing.from()) : timing.from();
        Duration until = event.action() instanceof Call call && call.until().isPresent()
                ? Duration.of(call.until().getAsLong(), ChronoUnit.MICROS)
                : null;
        for (Step step : event.action().accept(this)) {
            Step.Timed timed = new Step.Timed(
                    event.at(), text, timing, until, joined(event.action()), settings.forgivesPackets(), step);
            steps.add(timed);
            pending = until == null ? pending : timed;
            timing = atOnce();
        }
    }

    /** Whether a call that is going on will return the descriptor of a connection. */
    private boolean opensConnection() {
        return pending != null && pending.step() instanceof Step.Call call && call.as() != null;
    }

    private Timing atOnce() {
        return new Timing(true, Duration.ZERO, Duration.ZERO, true, settings.tolerance());
    }

    private int joined(Action action) {
        return action instanceof PacketForm packet
                        && packet.direction() == Direction.OUTBOUND
                        && packet.body() instanceof Body.Tcp tcp
                        && !settings.strictSegments()
                ? (int) tcp.sequence().length()
                : 0;
    }

    /** Behind the last event. */
    void end() {
        await();
        code.check(elapsed).ifPresent(steps::add);
    }

    private void await() {
        Step.Timed call = pending;
        if (call != null && call.step() instanceof Step.Call blocked && blocked.background() != null) {
            Duration until = call.until() == null ? Duration.ZERO : call.until();
            Step await =
                    new Step.Await(call.at(), "the end of " + call.text(), blocked.background(), until.plus(GRACE));
            steps.add(new Step.Timed(call.at(), await.text(), atOnce(), null, 0, false, await));
        }
        pending = null;
    }

    @Override
    public List<Step> packet(PacketForm packet) {
        return List.of(packets.step(packet, text));
    }

    @Override
    public List<Step> call(Call call) {
        String name = call.until().isPresent() ? "call " + ++background : null;
        return List.of(calls.step(call, text, name));
    }

    @Override
    public List<Step> shell(Action.Shell shell) {
        return List.of(commands.apply(shell));
    }

    @Override
    public List<Step> code(Action.Code snippet) {
        Long descriptor = descriptors.latest();
        At at = snippet.at();
        if (descriptor == null) {
            throw new Untranslatable(at, "there is no connection that this could be about");
        }
        return code.snapshot(snippet, elapsed, text, descriptors.of(at, descriptor));
    }

    /** @param tolerance of the whole script */
    private record Timings(Timing.Tolerance tolerance) implements When.Visitor<Timing> {
        @Override
        public Timing moment(When.Moment moment) {
            Duration time = micros(moment.micros());
            return new Timing(moment.relative(), time, time, false, tolerance);
        }

        @Override
        public Timing range(When.Range range) {
            return new Timing(range.relative(), micros(range.from()), micros(range.to()), false, tolerance);
        }

        @Override
        public Timing any(When.Any any) {
            return new Timing(true, Duration.ZERO, Duration.ZERO, true, tolerance);
        }

        private static Duration micros(long micros) {
            return Duration.of(micros, ChronoUnit.MICROS);
        }
    }
}
