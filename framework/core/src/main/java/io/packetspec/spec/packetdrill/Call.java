package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A system call and what it returns.
 *
 * @param until of a call that blocks: when it returns, in microseconds, measured from where its event's time is measured
 * @param note what strace would say of the result, for the reader
 */
public record Call(
        At at,
        OptionalLong until,
        String name,
        List<Expression> arguments,
        Expression result,
        Optional<Failure> failure,
        Optional<String> note)
        implements Action {
    public Call {
        arguments = List.copyOf(arguments);
    }

    /** @param errno its name, for instance {@code EAGAIN} */
    public record Failure(At at, String errno, String note) {
        @Override
        public String toString() {
            return errno + " (" + note + ")";
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.call(this);
    }

    /** {@code ...0.2}, which stands behind the event's time; empty for a call that does not block. */
    String end() {
        return until.isPresent() ? "..." + Micros.print(until.getAsLong()) : "";
    }

    @Override
    public String toString() {
        return name + arguments.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")")) + " = "
                + result + failure.map(f -> " " + f).orElse("")
                + note.map(n -> " (" + n + ")").orElse("");
    }
}
