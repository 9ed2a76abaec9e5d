package io.packetspec.spec.mutation;

import io.packetspec.abi.Errno;
import io.packetspec.packet.Match;
import io.packetspec.spec.Outcome;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.Signature;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What can be changed in what a call must come to: errno, number returned, what the kernel fills in. */
final class CallChanges {
    private CallChanges() {}

    static Stream<Change<Step>> of(Step.Call call) {
        return Stream.concat(
                outcomes(call.outcome()).map(change -> change.within(call.with(change.result()))), filled(call));
    }

    private static Stream<Change<Outcome>> outcomes(Outcome outcome) {
        return Stream.concat(fails(outcome), returns(outcome));
    }

    private static Stream<Change<Outcome>> fails(Outcome outcome) {
        if (outcome.fails() instanceof Value.Literal<Errno> errno) {
            Errno other = Opposites.of(errno.value());
            Value<Errno> fails = new Value.Literal<>(errno.at(), other);
            return Stream.of(Change.of(
                    errno.value().name(),
                    errno.value().name(),
                    other.name(),
                    new Outcome(fails, outcome.returns(), outcome.took())));
        }
        return Stream.empty();
    }

    private static Stream<Change<Outcome>> returns(Outcome outcome) {
        return outcome.returns() == null
                ? Stream.empty()
                : Values.changed("returned", outcome.returns())
                        .map(change -> change.within(new Outcome(outcome.fails(), change.result(), outcome.took())));
    }

    private static Stream<Change<Step>> filled(Step.Call call) {
        return call.signature().arguments().stream()
                .filter(argument -> !argument.required() && call.arguments().containsKey(argument.name()))
                .flatMap(argument -> filled(call, argument));
    }

    private static Stream<Change<Step>> filled(Step.Call call, Signature.Argument argument) {
        Object value = call.arguments().get(argument.name());
        return switch (argument.kind()) {
            case PACKET ->
                PacketChanges.of((PacketTemplate) value)
                        .map(change -> change.within(replaced(call, argument.name(), change.result())));
            case MATCH ->
                Values.changed(argument.name(), matching(value))
                        .map(change -> change.within(replaced(call, argument.name(), change.result())));
            default -> Stream.empty();
        };
    }

    @SuppressWarnings("unchecked") // what Signature.Kind says of MATCH
    private static Value<Match> matching(Object value) {
        return (Value<Match>) value;
    }

    private static Step replaced(Step.Call call, String name, Object value) {
        Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
        arguments.put(name, value);
        return call.with(arguments);
    }
}
