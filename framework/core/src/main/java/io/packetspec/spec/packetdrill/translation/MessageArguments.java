package io.packetspec.spec.packetdrill.translation;

import io.packetspec.abi.ControlMessage;
import io.packetspec.abi.Errno;
import io.packetspec.packet.Match;
import io.packetspec.spec.ControlMatch;
import io.packetspec.spec.packetdrill.Expression;
import io.packetspec.spec.packetdrill.Struct;
import io.packetspec.spec.packetdrill.StructKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The struct msghdr of sendmsg(2) and recvmsg(2). */
final class MessageArguments {
    private final Struct header;

    MessageArguments(Expression expression) {
        if (!(expression instanceof Struct struct) || struct.kind() != StructKind.MSGHDR) {
            throw new Untranslatable(expression.at(), "expected {msg_name(...)=..., msg_iov(1)=[...], msg_flags=0}");
        }
        this.header = struct;
    }

    /** The octets of all its buffers. */
    long size() {
        Expression buffers = header.value("msg_iov").orElseThrow();
        return Values.elements(buffers).stream()
                .mapToLong(MessageArguments::size)
                .sum();
    }

    int buffers() {
        return Values.elements(header.value("msg_iov").orElseThrow()).size();
    }

    private static long size(Expression buffer) {
        if (buffer instanceof Expression.Buffer octets) {
            return octets.length();
        }
        throw new Untranslatable(buffer.at(), "expected {..., length}, not " + buffer);
    }

    long flags() {
        return header.value("msg_flags").map(Values::number).orElse(0L);
    }

    void mayNotControl() {
        Optional<Expression> control = header.value("msg_control");
        if (control.filter(list -> !Values.elements(list).isEmpty()).isPresent()) {
            throw new Untranslatable(control.get().at(), "control messages that are sent are not supported");
        }
    }

    /** What must be received, and nothing else; empty if it is not said. */
    Optional<ControlMatch> control() {
        return header.value("msg_control").map(list -> {
            List<ControlMatch.Expected> expected = new ArrayList<>();
            Values.elements(list).forEach(message -> expected.add(message(message)));
            return new ControlMatch(expected, true);
        });
    }

    private static ControlMatch.Expected message(Expression expression) {
        if (!(expression instanceof Struct message) || message.kind() != StructKind.CMSGHDR) {
            throw new Untranslatable(expression.at(), "expected {cmsg_level=..., cmsg_type=..., cmsg_data=...}");
        }
        int level = (int) Values.number(message.value("cmsg_level").orElseThrow());
        int type = (int) Values.number(message.value("cmsg_type").orElseThrow());
        return new ControlMatch.Expected(
                ControlMessage.received(level, type),
                content(message.value("cmsg_data").orElseThrow()));
    }

    private static Match content(Expression data) {
        if (!(data instanceof Struct struct)) {
            return Match.exact(Values.number(data));
        } else if (struct.kind() != StructKind.SOCK_EXTENDED_ERR) {
            throw new Untranslatable(data.at(), "control messages with time stamps are not supported");
        }
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
