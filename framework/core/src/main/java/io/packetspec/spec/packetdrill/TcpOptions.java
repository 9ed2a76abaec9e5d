package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The options of a TCP header, all of them in their order.
 *
 * @param any written as {@code <...>}: whatever they are; only of packets that go out
 */
public record TcpOptions(At at, boolean any, List<TcpOption> list) {
    public TcpOptions {
        list = List.copyOf(list);
    }

    /** On the wire, in octets. */
    public int length() {
        return list.stream().mapToInt(TcpOption::length).sum();
    }

    /** With a blank before it; empty if there are none. */
    String suffix() {
        return any || !list.isEmpty() ? " " + this : "";
    }

    @Override
    public String toString() {
        return any ? "<...>" : list.stream().map(Object::toString).collect(Collectors.joining(",", "<", ">"));
    }
}
