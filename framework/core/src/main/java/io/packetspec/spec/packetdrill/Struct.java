package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A struct of the kernel by its members, in the order of {@link StructKind}. */
public record Struct(At at, StructKind kind, List<Member> members) implements Expression {
    public Struct {
        members = List.copyOf(members);
    }

    /** @param count in parentheses behind the name: the length of what is pointed to, {@code msg_iov(2)=...} */
    public record Member(At at, String name, Optional<Expression> count, Expression value) {
        @Override
        public String toString() {
            return name + count.map(c -> "(" + c + ")").orElse("") + "=" + value;
        }
    }

    public Optional<Expression> value(String member) {
        return members.stream()
                .filter(m -> m.name().equals(member))
                .map(Member::value)
                .findAny();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.struct(this);
    }

    @Override
    public String toString() {
        return members.stream().map(Object::toString).collect(Collectors.joining(", ", "{", "}"));
    }
}
