package io.packetspec.spec;

import java.util.List;
import java.util.Optional;

/** A system call that specs can make: a table of arguments. */
public record Signature(String name, List<Argument> arguments) {

    /**
     * What a value of the argument is in {@link Step.Call#arguments()}, always inside a {@link Value}:
     * {@code DESCRIPTOR}, {@code NUMBER} and {@code DURATION} (nanoseconds) a Long; {@code CONSTANT} (one name of the
     * prefix, or a number) and {@code FLAGS} (names of the prefix joined by {@code |}, or a list, or a number) a Long;
     * {@code PROTOCOL} the same of a socket's; {@code TEXT} a String; {@code ENDPOINT} an {@link Endpoint}, or
     * {@link AddressFields}, or the Octets of a sockaddr; {@code PACKET} a {@link PacketTemplate}, not inside a Value;
     * {@code OPTION} an {@link io.packetspec.abi.SocketOption}, known before the run; {@code OPTION_VALUE} by the
     * option's layout a Long, String, Address or {@link InterfaceName}, of a struct a Map of them by its fields, or
     * Octets whatever the layout; {@code MATCH} a {@link io.packetspec.packet.Match} of such a value or of a Long;
     * {@code ENDPOINT_MATCH} an {@link EndpointMatch} or a Match of the fields; {@code CONTROL} a List of
     * {@link Control}; {@code CONTROL_MATCH} a {@link ControlMatch}; {@code WATCHES} a List of {@link Watch};
     * {@code READY} a List of {@link Ready}; {@code REQUEST} an {@link io.packetspec.abi.IoctlRequest}, known before
     * the run; {@code REQUEST_VALUE} a Long where the request sets something, else a Match of one.
     */
    public enum Kind {
        DESCRIPTOR,
        NUMBER,
        DURATION,
        CONSTANT,
        PROTOCOL,
        FLAGS,
        TEXT,
        ENDPOINT,
        PACKET,
        OPTION,
        OPTION_VALUE,
        MATCH,
        ENDPOINT_MATCH,
        CONTROL,
        CONTROL_MATCH,
        WATCHES,
        READY,
        REQUEST,
        REQUEST_VALUE
    }

    /** @param prefix for {@code CONSTANT} and {@code FLAGS} the names' prefix, else empty */
    public record Argument(String name, Kind kind, boolean required, String prefix, String meaning) {}

    public Optional<Argument> argument(String name) {
        return arguments.stream().filter(a -> a.name().equals(name)).findFirst();
    }
}
