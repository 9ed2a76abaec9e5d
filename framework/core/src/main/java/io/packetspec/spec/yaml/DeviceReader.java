package io.packetspec.spec.yaml;

import io.packetspec.abi.Constants;
import io.packetspec.packet.Address;
import io.packetspec.spec.Device;
import io.packetspec.spec.yaml.DeviceDraft.Below;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads interfaces that the kernel makes of others. */
final class DeviceReader {
    private static final Shape DEVICE = Shape.TEXT;
    private static final Shape PORTS = Shape.listOf(DEVICE, 0);
    private static final Keys BRIDGE = Keys.of(
            "a bridge",
            Key.required("ports", PORTS, "interfaces of the host"),
            Key.optional("stp", Words.SWITCH_SHAPE, "the spanning tree protocol; off if left out"),
            Key.optional("forward_delay", Shapes.TIME, "how long a port listens, and learns; 0s if left out"),
            Key.optional("ageing", Shapes.TIME, "how long a MAC address is remembered; 300s if left out"));
    private static final Keys VXLAN = Keys.of(
            "a vxlan",
            Key.required("id", Shapes.number(0, 0xff_ffff), "the VXLAN network identifier"),
            Key.optional("local", Shapes.ADDRESS, "the address that the tunnel ends at here"),
            Key.optional("remote", Shapes.ADDRESS, "the address that the tunnel ends at there, or a multicast group"),
            Key.optional("port", Shapes.number(1, 0xffff), "of UDP; 4789 if left out"),
            Key.optional("dev", DEVICE, "the interface below"));
    static final Key BRIDGE_KEY =
            Key.optional("bridge", Shape.anyOf(PORTS, BRIDGE.shape()), "an Ethernet bridge of these interfaces");
    static final Key MACVLAN_KEY = Key.optional("macvlan", DEVICE, "a further MAC address on this interface");
    static final Key VXLAN_KEY = Key.optional("vxlan", VXLAN.shape(), "a tunnel of Ethernet in UDP, RFC 7348");
    static final Key MODE_KEY = Key.optional("mode", Words.shape("MACVLAN_MODE_"), "of a macvlan; bridge if left out");
    static final List<String> KINDS = List.of(BRIDGE_KEY.name(), MACVLAN_KEY.name(), VXLAN_KEY.name());
    private static final Scalar<Integer> MODE = Words.of("mode", "MACVLAN_MODE_");
    private static final Scalar<Integer> VNI = Words.number("a VXLAN network identifier", 0, 0xff_ffff);
    private static final Scalar<Integer> PORT = Words.number("a port", 1, 0xffff);
    private static final int VXLAN_PORT = 4789;
    private static final Duration AGEING = Duration.ofSeconds(300);
    private static final int CENTISECOND = 10;

    private DeviceReader() {}

    /** Which interfaces it is made of; empty if it is no such interface. */
    static Optional<DeviceDraft> draft(Mapping whole) {
        return KINDS.stream()
                .filter(whole::has)
                .findFirst()
                .map(kind -> draft(kind, whole.get(kind).orElseThrow(), whole));
    }

    private static DeviceDraft draft(String kind, Cursor value, Mapping whole) {
        return switch (kind) {
            case "bridge" -> new DeviceDraft(kind, ports(value), null, value, whole);
            case "macvlan" -> new DeviceDraft(kind, List.of(), below(value).orElse(null), value, whole);
            default -> new DeviceDraft(kind, List.of(), dev(value), value, whole);
        };
    }

    private static List<Below> ports(Cursor value) {
        Optional<Cursor> list =
                value.isList() ? Optional.of(value) : value.mapping(BRIDGE).flatMap(mapping -> mapping.need("ports"));
        return list.stream()
                .flatMap(c -> c.items("a list of interfaces such as [left, right]").stream())
                .flatMap(item -> below(item).stream())
                .toList();
    }

    private static Below dev(Cursor value) {
        return value.mapping(VXLAN)
                .flatMap(mapping -> mapping.get("dev"))
                .flatMap(DeviceReader::below)
                .orElse(null);
    }

    private static Optional<Below> below(Cursor name) {
        return name.literal(Scalar.of("an interface of this host", text -> text))
                .map(text -> new Below(name.at(), text));
    }

    /** Once addresses have names. */
    static Device read(DeviceDraft draft, Addresses names) {
        return switch (draft.kind()) {
            case "bridge" -> bridge(draft);
            case "macvlan" -> macvlan(draft);
            default -> vxlan(draft, names);
        };
    }

    private static Device bridge(DeviceDraft draft) {
        List<String> ports = draft.ports().stream().map(Below::name).toList();
        Optional<Mapping> options = draft.value().isMapping() ? draft.value().mapping(BRIDGE) : Optional.empty();
        return new Device.Bridge(
                ports,
                options.flatMap(m -> m.get("stp"))
                        .flatMap(c -> c.literal(Words.SWITCH))
                        .orElse(false),
                centiseconds(options.flatMap(m -> m.get("forward_delay")), Duration.ZERO),
                centiseconds(options.flatMap(m -> m.get("ageing")), AGEING));
    }

    private static int centiseconds(Optional<Cursor> time, Duration otherwise) {
        Duration read = time.flatMap(c -> c.literal(Scalars.DURATION)).orElse(otherwise);
        return (int) (read.toMillis() / CENTISECOND);
    }

    private static Device macvlan(DeviceDraft draft) {
        Below lower = draft.lower();
        int otherwise = Constants.value("MACVLAN_MODE_BRIDGE").orElseThrow().intValue();
        int mode = draft.whole().get("mode").flatMap(c -> c.literal(MODE)).orElse(otherwise);
        return new Device.Macvlan(lower == null ? "" : lower.name(), mode);
    }

    private static Device vxlan(DeviceDraft draft, Addresses names) {
        Optional<Mapping> options = draft.value().isMapping() ? draft.value().mapping(VXLAN) : Optional.empty();
        Below lower = draft.lower();
        return new Device.Vxlan(
                options.flatMap(m -> m.need("id")).flatMap(c -> c.literal(VNI)).orElse(0),
                options.flatMap(m -> m.get("local"))
                        .flatMap(c -> address(c, names))
                        .orElse(null),
                options.flatMap(m -> m.get("remote"))
                        .flatMap(c -> address(c, names))
                        .orElse(null),
                options.flatMap(m -> m.get("port"))
                        .flatMap(c -> c.literal(PORT))
                        .orElse(VXLAN_PORT),
                lower == null ? null : lower.name());
    }

    private static Optional<Address> address(Cursor cursor, Addresses names) {
        return cursor.literal(Scalar.of(
                "an address, or the name of a host or wire",
                text -> names.parse(text, cursor.scope().family())));
    }
}
