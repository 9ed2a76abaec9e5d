package io.packetspec.run.call;

import io.packetspec.abi.Errno;
import io.packetspec.abi.Form;
import io.packetspec.abi.IoctlRequest;
import io.packetspec.abi.SocketOption;
import io.packetspec.linux.Epoll;
import io.packetspec.packet.Dissection;
import io.packetspec.packet.Match;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Packet;
import io.packetspec.run.frame.Differences;
import io.packetspec.run.memory.AddressCodec;
import io.packetspec.run.memory.LayoutDifference;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.EndpointMatch;
import io.packetspec.spec.Fcntl;
import io.packetspec.spec.FlagMatch;
import io.packetspec.spec.Signature;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds what a call came to against what its step says. */
public final class CallCheck {
    private static final Form FLAGS = Form.parse("i32:MSG_|");

    /** {@code returns: -1}, of whatever errno. */
    private static final Match FAILURE = Match.exact(-1L);

    private final Step.Call step;
    private final Arguments arguments;
    private final Map<String, ?> names;

    public CallCheck(Step.Call step, Arguments arguments, Map<String, ?> names) {
        this.step = step;
        this.arguments = arguments;
        this.names = names;
    }

    public void check(CallResult result) {
        Value<Errno> fails = step.outcome().fails();
        if (fails != null) {
            fails(result, fails.in(names));
            return;
        }
        Value<Match> returns = step.outcome().returns();
        if (result.errno() != null) {
            if (returns == null || !returns.in(names).equals(FAILURE)) {
                throw failed(result.errno());
            }
            return;
        }
        if (returns != null) {
            holds("returned", returns.in(names), result.returned(), Fcntl.returned(step.arguments()));
        }
        value(result);
        outcome("revents", result.value());
        events(result.value());
        address("from", result);
        address("address", result);
        arguments
                .match("msg_flags")
                .ifPresent(match -> differs(LayoutDifference.between("msg_flags", FLAGS, match, result.flags())));
        arguments.controlMatch().ifPresent(match -> differs(result.controls().differences(match)));
        received(result.data());
    }

    private void fails(CallResult result, Errno expected) {
        if (result.errno() == null) {
            throw failure(name() + " returned " + result.returned() + ", expected it to fail with " + expected);
        } else if (!result.errno().equals(expected)) {
            throw failure(name() + " failed with " + result.errno() + ", expected it to fail with " + expected);
        }
    }

    private SpecFailure failed(Errno errno) {
        return failure(name() + " failed with " + errno + ", expected it to succeed");
    }

    private void outcome(String argument, @Nullable Object actual) {
        arguments.match(argument).ifPresent(match -> holds(argument, match, actual, prefix(argument)));
    }

    /** Of the constants that the value is told in; empty for a plain value. */
    private String prefix(String argument) {
        return argument.equals("value") && arguments.has("request")
                ? ((IoctlRequest) arguments.get("request")).type().prefix()
                : step.signature()
                        .argument(argument)
                        .map(Signature.Argument::prefix)
                        .orElse("");
    }

    @SuppressWarnings("unchecked")
    private void events(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<Epoll.Event> actual = (List<Epoll.Event>) list;
            Optional<String> wrong = arguments.has("fds")
                    ? EventCheck.polled(arguments.watches(), actual)
                    : arguments
                            .ready()
                            .flatMap(expected -> EventCheck.waited(expected, actual))
                            .or(() -> arguments.firstReady().flatMap(first -> EventCheck.first(first, actual)));
            wrong.ifPresent(text -> {
                throw failure(name() + ": " + text);
            });
        }
    }

    /** Octets are compared as they lie in memory. */
    private void value(CallResult result) {
        if (arguments.has("request")) {
            outcome("value", result.value());
            return;
        }
        arguments.match("value").ifPresent(match -> {
            Object actual = LayoutDifference.isInOctets(match) ? result.octets() : result.value();
            SocketOption option = (SocketOption) arguments.get("option");
            differs(LayoutDifference.between("value", option.answer(), match, actual));
        });
    }

    private void address(String argument, CallResult result) {
        arguments
                .match(argument)
                .ifPresent(match -> differs(LayoutDifference.between(
                        argument, AddressCodec.layout(result.address()), match, result.address())));
        EndpointMatch expected = arguments.endpointMatch(argument);
        boolean fits = result.endpoint().filter(expected::matches).isPresent();
        if (!fits && !expected.equals(EndpointMatch.ANY)) {
            throw failure(name() + ": expected " + argument + " " + expected + ", actual " + shown(result));
        }
    }

    private static String shown(CallResult result) {
        return result.endpoint()
                .map(Endpoint::toString)
                .orElseGet(() -> result.address().isEmpty()
                        ? "none"
                        : LayoutDifference.value(AddressCodec.layout(result.address()), result.address()));
    }

    private void differs(List<String> differences) {
        if (!differences.isEmpty()) {
            throw failure(name() + ": " + String.join("\n  ", differences));
        }
    }

    private void holds(String what, Match match, @Nullable Object actual, String prefix) {
        if (!match.matches(actual)) {
            throw failure(name() + ": expected " + what + " " + FlagMatch.text(prefix, match) + ", actual "
                    + (actual == null ? "none" : FlagMatch.value(prefix, actual)));
        }
    }

    private void received(@Nullable Octets data) {
        if (data == null || arguments.packet().isEmpty()) {
            return;
        }
        Packet expected = arguments.packet().get().in(names);
        Dissection actual = Dissection.of(expected.layers().get(0).header(), data);
        Differences differences = Differences.between(expected, actual);
        if (!differences.isEmpty()) {
            throw failure(differences.text("what " + name() + " received"));
        }
    }

    private String name() {
        return step.signature().name();
    }

    private SpecFailure failure(String message) {
        return new SpecFailure(step.at(), message, null);
    }
}
