package io.packetspec.run.call;

import io.packetspec.abi.Constants;
import io.packetspec.abi.Form;
import io.packetspec.abi.SocketOption;
import io.packetspec.linux.SocketAddress;
import io.packetspec.packet.Address;
import io.packetspec.packet.Match;
import io.packetspec.run.memory.AddressCodec;
import io.packetspec.run.memory.Controls;
import io.packetspec.spec.AddressFields;
import io.packetspec.spec.ControlMatch;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.EndpointMatch;
import io.packetspec.spec.FlagMatch;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.Ready;
import io.packetspec.spec.Signature;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import io.packetspec.spec.Watch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The arguments of one call, as far as the spec gives them, with every expression evaluated. */
public final class Arguments {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Evaluates in the scope of the run; packets stay templates, for what they mean depends on the call. */
    public Arguments(Step.Call step, Map<String, ?> names) {
        step.arguments()
                .forEach((name, value) -> values.put(name, value instanceof Value<?> known ? known.in(names) : value));
    }

    /** With the indexes of interfaces in place of their names. */
    public Arguments with(Interfaces interfaces) {
        values.replaceAll((name, value) -> interfaces.in(value));
        return this;
    }

    int number(String name, int otherwise) {
        return values.get(name) instanceof Long number ? number.intValue() : otherwise;
    }

    /** A number that is required, or that the reader has made sure of. */
    int number(String name) {
        return ((Long) get(name)).intValue();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** What poll is to watch, in the order of the descriptors. */
    @SuppressWarnings("unchecked")
    List<Watch> watches() {
        return (List<Watch>) get("fds");
    }

    /** What epoll_wait must report, if the step says so. */
    @SuppressWarnings("unchecked")
    Optional<List<Ready>> ready() {
        return values.get("events") instanceof List<?> list ? Optional.of((List<Ready>) list) : Optional.empty();
    }

    /** What epoll_wait must report first, if the step says no more. */
    Optional<Ready> firstReady() {
        return values.get("first") instanceof Ready ready ? Optional.of(ready) : Optional.empty();
    }

    /** The lengths of buffers, one behind the other. */
    Optional<List<Integer>> lengths() {
        return values.get("iov") instanceof List<?> lengths
                ? Optional.of(lengths.stream()
                        .map(length -> ((Long) length).intValue())
                        .toList())
                : Optional.empty();
    }

    /** How long poll and epoll_wait wait, in milliseconds; not at all if the step does not say. */
    int timeout() {
        return values.get("timeout") instanceof Long nanos ? (int) TimeUnit.NANOSECONDS.toMillis(nanos) : 0;
    }

    Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("argument " + name + " is missing and was not reported");
        }
        return value;
    }

    /** Octets of a socket address; empty if it is not there. */
    Optional<byte[]> address(String name) {
        return Optional.ofNullable(values.get(name)).map(AddressCodec::encode);
    }

    /** The IP address of a socket address, if it has one. */
    Optional<Address> host(String name) {
        Object value = values.get(name);
        Object address = value instanceof Endpoint endpoint
                ? endpoint.address()
                : value instanceof AddressFields fields ? fields.fields().get("address") : null;
        return address instanceof Address known && !known.isMac() ? Optional.of(known) : Optional.empty();
    }

    /** The control messages to be sent. */
    byte[] control() {
        return values.get("control") instanceof List<?> messages ? Controls.encode(messages) : new byte[0];
    }

    /** What the control messages that are received must be. */
    Optional<ControlMatch> controlMatch() {
        return values.get("control") instanceof ControlMatch match ? Optional.of(match) : Optional.empty();
    }

    /** What a value that the call fills in must be; empty if the argument is not there or is one to be set. */
    Optional<Match> match(String name) {
        return values.get(name) instanceof Match match ? Optional.of(match) : Optional.empty();
    }

    /** What an endpoint that the call fills in must be: anything, if the argument is not there or is none of those. */
    EndpointMatch endpointMatch(String name) {
        return values.get(name) instanceof EndpointMatch match ? match : EndpointMatch.ANY;
    }

    Optional<PacketTemplate> packet() {
        return Optional.ofNullable((PacketTemplate) values.get("packet"));
    }

    /** The arguments as a trace shows them: constants by their names, packets by their layers. */
    public String text(Signature signature) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + text(signature, entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String text(Signature signature, String name, Object value) {
        String prefix = signature.argument(name).map(Signature.Argument::prefix).orElse("");
        if (value instanceof PacketTemplate packet) {
            return packet.layers().stream().map(layer -> layer.header().name()).collect(Collectors.joining("/"));
        } else if (value instanceof SocketOption option) {
            return option.name();
        }
        if (prefix.endsWith("POLL")) {
            return value instanceof Match match ? FlagMatch.text(prefix, match) : FlagMatch.value(prefix, value);
        }
        if (name.equals("protocol") && Long.valueOf(SocketAddress.AF_PACKET).equals(values.get("domain"))) {
            return Form.parse("be16:ETH_P_")
                    .name(Short.toUnsignedLong(Short.reverseBytes(((Long) value).shortValue())));
        }
        return value instanceof Long number && !prefix.isEmpty() ? Constants.name(prefix, number) : value.toString();
    }
}
