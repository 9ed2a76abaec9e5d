package io.packetspec.spec.packetdrill.translation;

import io.packetspec.abi.Errno;
import io.packetspec.packet.Match;
import io.packetspec.spec.Outcome;
import io.packetspec.spec.ScriptSignatures;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import io.packetspec.spec.packetdrill.Call;
import io.packetspec.spec.packetdrill.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A system call of a script as one of a spec. */
final class CallTranslation {
    private static final Set<String> OPENING =
            Set.of("socket", "accept", "accept4", "dup", "epoll_create", "epoll_create1", "open");

    private final Net net;
    private final Settings settings;
    private final Conversations conversations;
    private final Descriptors descriptors;

    CallTranslation(Net net, Settings settings, Conversations conversations, Descriptors descriptors) {
        this.net = net;
        this.settings = settings;
        this.conversations = conversations;
        this.descriptors = descriptors;
    }

    /** @param background the name by which its end is awaited; null: it does not block */
    Step step(Call call, String text, @Nullable String background) {
        CallArguments arguments = new CallArguments(call, net, settings, descriptors);
        Map<String, Object> translated = arguments.translated();
        if (call.name().equals("sendto") && Values.isAny(call.arguments().get(1))) {
            conversations
                    .echo(call.at(), Values.number(call.arguments().get(2)))
                    .ifPresent(p -> translated.put("packet", p));
        }
        Outcome outcome = outcome(call);
        note(call, arguments);
        return new Step.Call(
                call.at(),
                text,
                World.HOST,
                ScriptSignatures.named(call.name()).orElseThrow(),
                translated,
                outcome,
                List.of(),
                outcome.fails() == null ? opened(call) : null,
                background);
    }

    /** The name under which the run keeps what the call opens. */
    private @Nullable String opened(Call call) {
        if (call.name().equals("pipe")) {
            List<Long> ends = TransferArguments.ends(call.arguments().get(0));
            return descriptors.pipe(ends.get(0), ends.get(1));
        }
        return OPENING.contains(call.name()) ? descriptors.opened(Values.number(call.result())) : null;
    }

    private static Outcome outcome(Call call) {
        if (call.failure().isPresent()) {
            Call.Failure failure = call.failure().get();
            Errno errno = Errno.named(failure.errno())
                    .orElseThrow(() -> new Untranslatable(failure.at(), "unknown errno " + failure.errno()));
            return new Outcome(new Value.Literal<>(failure.at(), errno), null, null);
        }
        Expression result = call.result();
        if (Values.isAny(result)) {
            return new Outcome(null, null, null);
        }
        long value = Values.number(result);
        if (OPENING.contains(call.name()) && value >= 0) {
            return new Outcome(null, null, null);
        }
        return new Outcome(null, new Value.Literal<>(result.at(), Match.exact(value)), null);
    }

    /** What the call means for connections. */
    private void note(Call call, CallArguments arguments) {
        boolean fails = call.failure().isPresent();
        switch (call.name()) {
            case "socket" -> {
                if (!fails) {
                    descriptors.created(Values.number(call.result()));
                    conversations.opens(
                            call.at(),
                            Values.number(call.arguments().get(1)),
                            Values.number(call.arguments().get(2)));
                }
            }
            case "listen" -> {
                descriptors.listens(Values.number(call.arguments().get(0)));
                conversations.listens();
            }
            case "connect" -> {
                if (arguments.disconnects(1)) {
                    descriptors.disconnected(Values.number(call.arguments().get(0)));
                } else {
                    connects(call, arguments.port("to"));
                }
            }
            case "sendto" -> {
                if (!arguments.disconnects(4)) {
                    connects(call, arguments.port("to"));
                }
            }
            case "sendmsg" -> connects(call, arguments.port("to"));
            case "accept", "accept4" -> {
                if (!fails) {
                    descriptors.accepted(Values.number(call.result()));
                }
            }
            case "close" -> descriptors.closed(Values.number(call.arguments().get(0)));
            default -> {
                return;
            }
        }
    }

    private void connects(Call call, int port) {
        if (descriptors.connects(Values.number(call.arguments().get(0)))) {
            conversations.connects(call.at(), port);
        }
    }
}
