package io.packetspec.spec;

import io.packetspec.abi.ControlMessage;
import io.packetspec.abi.Form;
import io.packetspec.abi.Layout;
import io.packetspec.abi.SocketOption;
import io.packetspec.abi.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a step keeps under the name of its {@code as}, and so what expressions may say of it. In the scope of a run a
 * name with parts is a map of them, a layer again a map of its fields.
 *
 * @param what in words
 * @param parts the paths below the name, apart from layers; none: the name itself is the value, a Long
 * @param structs what has fields of its own: the paths below each
 * @param layers whether {@code name.layer.field} is there too: the outermost layer of each name, with {@code ip} for
 *     the spec's family; UINT and FLAGS fields as Long, addresses as Address, octets as Octets; below a list of
 *     options the option's name, for the value that it is about, or its name and a field
 */
public record Kept(String what, List<String> parts, Map<String, List<String>> structs, boolean layers) {
    private static final String VALUE = "value";
    private static final String SOCKADDR = "sockaddr";
    private static final List<String> ADDRESS_FIELDS = Stream.of("sockaddr_in", "sockaddr_in6", "sockaddr_ll")
            .flatMap(name -> Struct.of(name).fields().stream())
            .distinct()
            .toList();

    /** {@code socket}, {@code accept}: the number of the descriptor. */
    public static final Kept DESCRIPTOR = new Kept("a descriptor", List.of(), false);

    /** {@code repeat}: the number of the turn, from 0. */
    public static final Kept TURN = new Kept("the number of a turn", List.of(), false);

    /**
     * {@code inject}, {@code expect}: the frame, of several the last one. {@code time}: a Long, the kernel's stamp in
     * nanoseconds.
     */
    public static final Kept FRAME = new Kept("a frame", List.of("time"), true);

    /** A frame that came in fragments: {@code fragments} is their number, {@code time} the stamp of the last. */
    public static final Kept REASSEMBLED = new Kept("a frame", List.of("time", "fragments"), true);

    /** {@code run}: {@code output}, its trimmed standard output, a String; {@code status}, a Long; {@code time}. */
    public static final Kept COMMAND = new Kept("a command's outcome", List.of("output", "status", "time"), false);

    /**
     * A flow, as long as the spec runs: of either end {@code isn}, its initial sequence number as on the wire;
     * {@code next}, relative to it, the number of the octet behind those that it sent; {@code port}. All Longs, and not
     * there before they are known.
     */
    public static final Kept FLOW = new Kept(
            "a flow", List.of("wire.isn", "wire.next", "wire.port", "host.isn", "host.next", "host.port"), false);

    /** {@code cat}: {@code output}, the file's trimmed text, a String; {@code time}, when it was read. */
    public static final Kept FILE = new Kept("a file's text", List.of("output", "time"), false);

    public Kept {
        parts = List.copyOf(parts);
        structs = Map.copyOf(structs);
    }

    public Kept(String what, List<String> parts, boolean layers) {
        this(what, parts, Map.of(), layers);
    }

    /** Figures of a socket: {@code name.field}, and {@code time}. */
    public static Kept figures(Struct struct) {
        List<String> parts = new ArrayList<>(struct.fields());
        parts.add("time");
        return new Kept("figures of a socket", parts, false);
    }

    /** The same with a value that is a struct: {@code name.value.field}. */
    public Kept withValue(Struct struct) {
        List<String> others = parts.stream().filter(part -> !part.equals(VALUE)).toList();
        List<String> fields = struct.members().stream()
                .flatMap(member -> paths(member.name(), member.form()))
                .toList();
        return new Kept(what, others, Map.of(VALUE, fields), layers);
    }

    /** Whether it is an event: something that happened at a {@code time}. */
    public boolean isEvent() {
        return parts.contains("time");
    }

    /** Whether the name itself is the value. */
    public boolean isValue() {
        return parts.isEmpty() && !layers;
    }

    /**
     * A call. But for descriptors always {@code returned} and {@code time}, when it began, Longs; {@code address} an Address and {@code port},
     * {@code value}, {@code revents} Longs (the value a String where the option's is text); {@code sockaddr}, the
     * address by its fields, {@code control}, control messages by their names; with {@code layers} what was received.
     *
     * @param dissected whether the call says what it receives, so that its octets can be taken apart
     */
    public static Kept by(Signature signature, boolean dissected) {
        return switch (signature.name()) {
            case "socket", "accept", "accept4", "dup", "epoll_create1", "epoll_create", "open" -> DESCRIPTOR;
            case "recv", "read" -> call(dissected, "returned", "time");
            case "recvfrom" -> addressed(call(dissected, "returned", "time", "address", "port"));
            case "recvmsg" -> message(call(dissected, "returned", "time", "address", "port", "msg_flags"));
            case "getsockname", "getpeername" -> addressed(call(false, "returned", "time", "address", "port"));
            case "getsockopt", "ioctl", "pipe" -> call(false, "returned", "time", VALUE);
            case "poll" -> call(false, "returned", "time", "revents");
            default -> call(false, "returned", "time");
        };
    }

    /** The same where it depends on the arguments, too. */
    public static Kept by(Signature signature, Map<String, Object> arguments) {
        if (signature.name().equals("fcntl") && Fcntl.duplicates(arguments)) {
            return DESCRIPTOR;
        }
        Kept kept = arguments.containsKey("fds")
                ? call(false, "returned", "time")
                : by(signature, arguments.containsKey("packet"));
        return signature.name().equals("getsockopt")
                ? answer(arguments).map(kept::withValue).orElse(kept)
                : kept;
    }

    /** Of the option's value, if it has fields. */
    private static Optional<Struct> answer(Map<String, Object> arguments) {
        return arguments.get("option") instanceof Value.Literal<?> written
                        && written.value() instanceof SocketOption option
                        && option.answer() instanceof Struct struct
                ? Optional.of(struct)
                : Optional.empty();
    }

    private static Kept addressed(Kept call) {
        return new Kept(call.what, call.parts, Map.of(SOCKADDR, ADDRESS_FIELDS), call.layers);
    }

    private static Kept message(Kept call) {
        return new Kept(call.what, call.parts, Map.of(SOCKADDR, ADDRESS_FIELDS, "control", controls()), call.layers);
    }

    private static List<String> controls() {
        return ControlMessage.names().stream()
                .flatMap(name ->
                        paths(name, ControlMessage.named(name).orElseThrow().layout()))
                .toList();
    }

    /** The paths to all single values of this one. */
    private static Stream<String> paths(String name, Layout layout) {
        if (layout instanceof Struct struct) {
            return struct.members().stream().flatMap(member -> paths(name + "." + member.name(), member.form()));
        }
        return ((Form) layout).kind() == Form.Kind.SOCKADDR
                ? ADDRESS_FIELDS.stream().map(field -> name + "." + field)
                : Stream.of(name);
    }

    private static Kept call(boolean layers, String... parts) {
        return new Kept("a call's outcome", List.of(parts), layers);
    }
}
