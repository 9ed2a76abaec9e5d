package io.packetspec.spec.packetdrill.translation;

import io.packetspec.abi.ControlMessage;
import io.packetspec.abi.Errno;
import io.packetspec.abi.Form;
import io.packetspec.packet.Match;
import io.packetspec.spec.Control;
import io.packetspec.spec.ControlMatch;
import io.packetspec.spec.ScriptTime;
import io.packetspec.spec.Value;
import io.packetspec.spec.packetdrill.Expression;
import io.packetspec.spec.packetdrill.Struct;
import io.packetspec.spec.packetdrill.StructKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The struct msghdr of sendmsg(2) and recvmsg(2). */
final class MessageArguments {
    private final Struct header;
    private final Settings settings;

    MessageArguments(Expression expression, Settings settings) {
        if (!(expression instanceof Struct struct) || struct.kind() != StructKind.MSGHDR) {
            throw new Untranslatable(expression.at(), "expected {msg_name(...)=..., msg_iov(1)=[...], msg_flags=0}");
        }
        this.header = struct;
        this.settings = settings;
        header.members().stream()
                .filter(member -> member.name().equals("msg_iov"))
                .forEach(this::counted);
    }

    private void counted(Struct.Member vectors) {
        vectors.count()
                .filter(count -> Values.number(count) != lengths().size())
                .ifPresent(count -> {
                    throw new Untranslatable(
                            count.at(), "msg_iov has " + lengths().size() + " buffers, not " + count);
                });
    }

    /** The lengths of its buffers. */
    List<Long> lengths() {
        return lengths(header.value("msg_iov").orElseThrow());
    }

    /** Those of a list of buffers. */
    static List<Long> lengths(Expression vectors) {
        return Values.elements(vectors).stream().map(MessageArguments::length).toList();
    }

    private static long length(Expression buffer) {
        if (buffer instanceof Expression.Buffer octets) {
            return octets.length();
        }
        throw new Untranslatable(buffer.at(), "expected {..., length}, not " + buffer);
    }

    long flags() {
        return header.value("msg_flags").map(Values::number).orElse(0L);
    }

    private Optional<List<Expression>> controls() {
        return header.value("msg_control").map(Values::elements);
    }

    /** The control messages to be sent, each an int as it lies in memory. */
    Optional<Value<List<Control>>> sent() {
        return controls().map(list -> {
            List<Control> messages =
                    list.stream().map(message -> sent(message(message))).toList();
            return new Value.Literal<>(header.at(), messages);
        });
    }

    private static Control sent(Struct message) {
        ControlMessage kind = ControlMessage.unknown(level(message), type(message));
        return new Control(kind, Values.memory(content(message), Integer.BYTES));
    }

    /** What must be received, and nothing else; empty if it is not said. */
    Optional<Value<ControlMatch>> received() {
        return controls()
                .map(list -> Value.all(
                                header.at(),
                                list.stream()
                                        .map(message -> expected(message(message)))
                                        .toList())
                        .map(expected -> new ControlMatch(expected, true)));
    }

    private static Struct message(Expression expression) {
        if (expression instanceof Struct message && message.kind() == StructKind.CMSGHDR) {
            return message;
        }
        throw new Untranslatable(expression.at(), "expected {cmsg_level=..., cmsg_type=..., cmsg_data=...}");
    }

    private static int level(Struct message) {
        return (int) Values.number(message.value("cmsg_level").orElseThrow());
    }

    private static int type(Struct message) {
        return (int) Values.number(message.value("cmsg_type").orElseThrow());
    }

    private static Expression content(Struct message) {
        return message.value("cmsg_data").orElseThrow();
    }

    private Value<ControlMatch.Expected> expected(Struct message) {
        ControlMessage kind = ControlMessage.received(level(message), type(message));
        return match(kind, content(message)).map(match -> new ControlMatch.Expected(kind, match));
    }

    private Value<Match> match(ControlMessage kind, Expression data) {
        if (data instanceof Struct struct && struct.kind() == StructKind.SCM_TIMESTAMPING) {
            return time(struct);
        } else if (data instanceof Struct struct && struct.kind() == StructKind.SOCK_EXTENDED_ERR) {
            return new Value.Literal<>(data.at(), error(struct));
        } else if (data instanceof Struct || data instanceof Expression.Listing) {
            throw new Untranslatable(data.at(), "control messages with " + data + " are not supported");
        }
        boolean unknown = kind.layout().equals(Form.OCTETS);
        Object value = unknown ? (Object) Values.memory(data, Integer.BYTES) : Values.number(data);
        return new Value.Literal<>(data.at(), Match.exact(value));
    }

    /** By the script's clock, and of the script's tolerance only the least; at 0 it is not looked at. */
    private Value<Match> time(Struct struct) {
        Duration time = Duration.ofSeconds(Values.number(struct.value("scm_sec").orElseThrow()))
                .plusNanos(Values.number(struct.value("scm_nsec").orElseThrow()));
        if (time.isZero()) {
            return new Value.Literal<>(struct.at(), new Match.Fields(Map.of()));
        }
        Duration tolerance = settings.tolerance().least();
        return new Value.Composed<>(
                struct.at(),
                names ->
                        new Match.Fields(Map.of("software", ScriptTime.in(names).at(time, tolerance))));
    }

    private static Match error(Struct struct) {
        Map<String, Match> fields = new LinkedHashMap<>();
        struct.members().stream()
                .filter(member -> !Values.isAny(member.value()))
                .forEach(member -> fields.put(member.name(), Match.exact(value(member.value()))));
        return new Match.Fields(fields);
    }

    private static long value(Expression expression) {
        return expression instanceof Expression.Name name
                        && Errno.named(name.name()).isPresent()
                ? Errno.named(name.name()).orElseThrow().number()
                : Values.number(expression);
    }
}
