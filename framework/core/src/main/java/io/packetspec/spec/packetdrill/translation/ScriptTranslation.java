package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Match;
import io.packetspec.spec.At;
import io.packetspec.spec.Problem;
import io.packetspec.spec.Requirement;
import io.packetspec.spec.Step;
import io.packetspec.spec.Surroundings;
import io.packetspec.spec.Value;
import io.packetspec.spec.Variant;
import io.packetspec.spec.packetdrill.Action;
import io.packetspec.spec.packetdrill.Event;
import io.packetspec.spec.packetdrill.Script;
import io.packetspec.spec.packetdrill.ScriptOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Makes a variant of a script. What cannot be translated is a problem, and the rest is looked at all the same. */
final class ScriptTranslation {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration COMMAND = Duration.ofSeconds(60);

    private final Net net;
    private final String name;
    private final Surroundings surroundings;
    private final List<Problem> problems = new ArrayList<>();

    /** @param folder where its commands run */
    ScriptTranslation(Net net, String name, String folder) {
        this.net = net;
        this.name = name;
        String pid = ProcessHandle.current().pid() + String.format("%06d", NUMBER.incrementAndGet());
        this.surroundings = new Surroundings(folder, Map.of("PACKETDRILL_PID", pid), false);
    }

    List<Problem> problems() {
        return problems;
    }

    Variant variant(Script script) {
        Settings settings = settings(script);
        Conversations conversations = new Conversations(net, settings);
        List<Step> steps = new ArrayList<>();
        settings.initScripts().stream().flatMap(this::initScripts).forEach(steps::add);
        script.init().ifPresent(init -> steps.add(command(init)));
        Events events = new Events(net, settings, conversations, shell -> command(shell, surroundings.inTime()));
        for (Event event : script.events()) {
            attempt(() -> events.add(event));
        }
        attempt(events::end);
        steps.addAll(events.steps());
        List<Step> cleanup = script.cleanup().stream().map(this::command).toList();
        return new Variant(
                net.label(),
                name + " (" + net.label() + ")",
                net.family(),
                Map.of(),
                World.of(script.at(), net, settings),
                List.of(new Requirement(script.at(), Requirement.Kind.DEVICE, "tun")),
                null,
                conversations.flows(),
                List.of(),
                List.of(new Step.Script(
                        script.at(),
                        name,
                        touchesFiles(steps, cleanup) ? List.of(World.HOST) : List.of(),
                        steps,
                        cleanup)));
    }

    private Settings settings(Script script) {
        try {
            List<ScriptOption> options = new ArrayList<>(script.options());
            options.addAll(net.options());
            return new Settings(options);
        } catch (Untranslatable e) {
            problems.add(e.problem());
            return new Settings(List.of());
        }
    }

    private void attempt(Runnable translation) {
        try {
            translation.run();
        } catch (Untranslatable e) {
            problems.add(e.problem());
        }
    }

    private static boolean touchesFiles(List<Step> steps, List<Step> cleanup) {
        return Stream.concat(steps.stream(), cleanup.stream())
                .flatMap(Step::all)
                .anyMatch(step -> step instanceof Step.Run
                        || step instanceof Step.Call call
                                && call.signature().name().equals("open"));
    }

    private Stream<Step> initScripts(ScriptOption option) {
        return Arrays.stream(option.value().orElse("").split("[, ]+"))
                .filter(file -> !file.isEmpty())
                .map(file -> command(new Action.Shell(option.at(), file)));
    }

    /** Before the first event, or behind the last. */
    private Step command(Action.Shell shell) {
        return command(shell, surroundings);
    }

    /** The shell is not packetdrill's own child: where a script asks for its parent, it means packetdrill. */
    private static Step command(Action.Shell shell, Surroundings surroundings) {
        At at = shell.at();
        String text = shell.command().replaceAll("\\$(\\{PPID\\}|PPID\\b)", "\\${PACKETDRILL_PID}");
        List<Value<String>> words = List.of(literal(at, "sh"), literal(at, "-c"), literal(at, text));
        return new Step.Run(
                at,
                shell.toString(),
                World.HOST,
                words,
                surroundings,
                null,
                new Value.Literal<>(at, Match.exact(0L)),
                COMMAND,
                null);
    }

    private static Value<String> literal(At at, String text) {
        return new Value.Literal<>(at, text);
    }
}
