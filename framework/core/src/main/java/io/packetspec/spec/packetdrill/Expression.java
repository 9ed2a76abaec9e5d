package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.List;
import java.util.stream.Collectors;

/** An argument of a system call, a part of one, or its result. */
public sealed interface Expression
        permits Expression.Ellipsis,
                Expression.Number,
                Expression.Name,
                Text,
                Expression.Union,
                Expression.Assignment,
                Expression.Array,
                Expression.Listing,
                Expression.Port,
                Expression.InternetAddress,
                Expression.Buffer,
                Expression.Mpls,
                Expression.Gre,
                Struct {
    At at();

    <R> R accept(Visitor<R> visitor);

    /** {@code ...}: whatever packetdrill chooses, or any value. */
    record Ellipsis(At at) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ellipsis(this);
        }

        @Override
        public String toString() {
            return "...";
        }
    }

    /** @param hexadecimal how it was written; then all 64 bits are unsigned */
    record Number(At at, long value, boolean hexadecimal) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(this);
        }

        @Override
        public String toString() {
            return hexadecimal ? "0x" + Long.toHexString(value) : Long.toString(value);
        }
    }

    /** A constant by its name, {@code SOCK_STREAM}; what it is worth is not known here. */
    record Name(At at, String name) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** {@code A|B}: two operands or more, none of them a union. */
    record Union(At at, List<Expression> operands) implements Expression {
        public Union {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.union(this);
        }

        @Override
        public String toString() {
            return operands.stream().map(Object::toString).collect(Collectors.joining("|"));
        }
    }

    /** {@code name=value} where no struct is known by that member. */
    record Assignment(At at, String name, Expression value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assignment(this);
        }

        @Override
        public String toString() {
            return name + "=" + value;
        }
    }

    /** {@code [a, b]}: what a pointer points to. */
    record Array(At at, List<Expression> elements) implements Expression {
        public Array {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.array(this);
        }

        @Override
        public String toString() {
            return elements.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** {@code {a, b}} that is none of the structs known by their members. */
    record Listing(At at, List<Expression> elements) implements Expression {
        public Listing {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listing(this);
        }

        @Override
        public String toString() {
            return elements.stream().map(Object::toString).collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /** {@code htons(8080)}. */
    record Port(At at, long number) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.port(this);
        }

        @Override
        public String toString() {
            return "htons(" + number + ")";
        }
    }

    /** @param function {@code inet_addr} or {@code inet6_addr} */
    record InternetAddress(At at, String function, String address) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.internetAddress(this);
        }

        @Override
        public String toString() {
            return function + "(\"" + address + "\")";
        }
    }

    /** <code>{..., 1000}</code>: a buffer of that length, with whatever is in it. */
    record Buffer(At at, long length) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.buffer(this);
        }

        @Override
        public String toString() {
            return "{..., " + length + "}";
        }
    }

    record Mpls(At at, List<MplsEntry> entries) implements Expression {
        public Mpls {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mpls(this);
        }

        @Override
        public String toString() {
            return entries.stream().map(Object::toString).collect(Collectors.joining(" ", "{", "}"));
        }
    }

    record Gre(At at, GreHeader header) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.gre(this);
        }

        @Override
        public String toString() {
            return "{" + header + "}";
        }
    }

    interface Visitor<R> {
        R ellipsis(Ellipsis ellipsis);

        R number(Number number);

        R name(Name name);

        R text(Text text);

        R union(Union union);

        R assignment(Assignment assignment);

        R array(Array array);

        R listing(Listing listing);

        R port(Port port);

        R internetAddress(InternetAddress address);

        R buffer(Buffer buffer);

        R mpls(Mpls stack);

        R gre(Gre header);

        R struct(Struct struct);
    }
}
