package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.packet.Field.Kind;
import io.packetspec.spec.Family;
import io.packetspec.spec.TableEntry;
import io.packetspec.spec.Topology;
import io.packetspec.spec.Topology.Interface;
import io.packetspec.spec.Topology.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the tables of a host hold beside its interfaces: routes, rules, neighbours, addresses. */
final class TableReader {
    private static final Scalar<Integer> TABLE = Words.orNumber("table", "RT_TABLE_", TableKeys.MOST);
    private static final Scalar<Integer> TYPE = Words.of("type", "RTN_");
    private static final Scalar<Integer> SCOPE = Words.of("scope", "RT_SCOPE_");
    private static final Scalar<Integer> ACTION = Words.of("action", "FR_ACT_");
    private static final Scalar<Integer> STATE = Words.of("state", "NUD_");
    private static final Scalar<Integer> NUMBER = Words.number("a number", 1, TableKeys.MOST);
    private static final int UNICAST = 1;
    private static final int PERMANENT = 0x80;
    /** Before the rule of the main table, 32766, and in the order in which they stand. */
    private static final int FIRST_PRIORITY = 1000;

    private final String host;
    private final Topology lab;
    private final Scope scope;
    private final Addresses names;

    /** @param lab whose hosts may have no tables yet */
    TableReader(String host, Topology lab, Scope scope) {
        this.host = host;
        this.lab = lab;
        this.scope = scope;
        this.names = new Addresses(lab, !scope.names().isIncomplete());
    }

    List<TableEntry> routes(Cursor routes) {
        return routes.items("a list of routes such as [{to: default, via: 192.0.2.2}]").stream()
                .flatMap(item -> route(item, false).stream())
                .toList();
    }

    List<TableEntry> rules(Cursor rules) {
        List<TableEntry> read = new ArrayList<>();
        rules.items("a list of rules such as [{from: 192.0.2.0/24, table: 100}]")
                .forEach(item -> rule(item, false, FIRST_PRIORITY + read.size()).ifPresent(read::add));
        return read;
    }

    List<TableEntry> neighbours(Cursor neighbours) {
        return neighbours.items("a list of neighbours such as [{to: 192.0.2.9, mac: 02:00:00:00:00:09}]").stream()
                .flatMap(item -> neighbour(item, false).stream())
                .toList();
    }

    Optional<TableEntry> route(Cursor item, boolean removed) {
        return item.mapping(TableKeys.ROUTE).flatMap(route -> route(route, removed));
    }

    private Optional<TableEntry> route(Mapping route, boolean removed) {
        Optional<Cursor> to = route.need("to");
        boolean everywhere = to.filter(c -> c.is("default")).isPresent();
        Prefix prefix = everywhere
                ? null
                : to.flatMap(c -> c.literal(Scalar.of("default, or a prefix", this::prefix)))
                        .orElse(null);
        int type = route.get("type").flatMap(c -> c.literal(TYPE)).orElse(removed ? 0 : UNICAST);
        if (type == UNICAST && route.lacks("via") && !route.has("dev") && !removed) {
            scope.problem(route.at(), "a route needs \"via\" or \"dev\"");
        }
        if (prefix == null && !everywhere) {
            return Optional.empty();
        }
        boolean onlink =
                route.get("onlink").flatMap(c -> c.literal(Words.SWITCH)).orElse(false);
        Gateways gateways = new Gateways(host, lab, scope);
        Optional<Address> via = route.get("via")
                .flatMap(c ->
                        c.literal(Scalar.of("a gateway", text -> gateways.parse(text, prefix, onlink || removed))));
        if (route.has("via") && via.isEmpty()) {
            return Optional.empty();
        }
        Family family = family(prefix == null ? via.orElse(null) : prefix.address());
        return Optional.of(new TableEntry.Route(
                route.at(),
                family,
                prefix,
                via.orElse(null),
                dev(route, "dev"),
                number(route, "table", TABLE, 0),
                type,
                number(route, "metric", NUMBER, 0),
                route.get("src").flatMap(c -> address(c, family)).orElse(null),
                number(route, "mtu", NUMBER, 0),
                onlink,
                route.get("scope").flatMap(c -> c.literal(SCOPE)).orElse(null)));
    }

    Optional<TableEntry> rule(Cursor item, boolean removed, int priority) {
        return item.mapping(TableKeys.RULE).map(rule -> {
            if (rule.lacks("table") && rule.lacks("action") && !removed) {
                scope.problem(rule.at(), "a rule needs \"table\" or \"action\"");
            }
            Prefix from = selector(rule, "from");
            Prefix to = selector(rule, "to");
            Prefix either = from == null ? to : from;
            return new TableEntry.Rule(
                    rule.at(),
                    family(either == null ? null : either.address()),
                    from,
                    to,
                    number(rule, "fwmark", NUMBER, 0),
                    dev(rule, "iif"),
                    number(rule, "table", TABLE, 0),
                    number(rule, "priority", NUMBER, priority),
                    number(rule, "action", ACTION, 0));
        });
    }

    Optional<TableEntry> neighbour(Cursor item, boolean removed) {
        return item.mapping(removed ? TableKeys.NEIGHBOUR_REMOVED : TableKeys.NEIGHBOUR)
                .flatMap(neighbour -> {
                    Optional<Address> to = neighbour.need("to").flatMap(c -> address(c, scope.family()));
                    Optional<Address> mac = (removed ? neighbour.get("mac") : neighbour.need("mac"))
                            .flatMap(c -> c.literal(Scalar.of("a MAC address", text -> names.parse(text, Kind.MAC))));
                    String dev = theDev(neighbour);
                    int state = number(neighbour, "state", STATE, PERMANENT);
                    return to.map(address -> new TableEntry.Neighbour(
                            neighbour.at(), address, mac.orElse(null), dev, removed ? 0 : state));
                });
    }

    Optional<TableEntry> address(Cursor item) {
        return item.mapping(TableKeys.ADDRESS).flatMap(mapping -> {
            String dev = theDev(mapping);
            return mapping.need("address")
                    .flatMap(c -> c.literal(Prefixes.PREFIX))
                    .map(prefix -> new TableEntry.InterfaceAddress(mapping.at(), dev, prefix));
        });
    }

    private static int number(Mapping mapping, String key, Scalar<Integer> scalar, int otherwise) {
        return mapping.get(key).flatMap(c -> c.literal(scalar)).orElse(otherwise);
    }

    private @Nullable Prefix selector(Mapping rule, String key) {
        return rule.get(key)
                .flatMap(c -> c.literal(Scalar.of("a prefix, an address, or a name", this::prefix)))
                .orElse(null);
    }

    /** A prefix, or an address alone. */
    private Prefix prefix(String text) {
        if (text.contains("/")) {
            return Prefixes.parse(text);
        }
        if (!lab.hosts().containsKey(text) && !lab.wires().containsKey(text) && text.matches("[0-9a-fA-F.:]+")) {
            return Prefixes.parse(text); // which says that a length is missing
        }
        Address address = names.parse(text, scope.family());
        return new Prefix(address, address.octets().length() * Byte.SIZE);
    }

    private Optional<Address> address(Cursor cursor, Family family) {
        return cursor.literal(
                Scalar.of("an address, or the name of a host or wire", text -> names.parse(text, family)));
    }

    private Family family(@Nullable Address address) {
        return address == null ? scope.family() : address.isIpv4() ? Family.IPV4 : Family.IPV6;
    }

    private @Nullable String dev(Mapping mapping, String key) {
        return mapping.get(key)
                .flatMap(c -> c.literal(Scalar.of("an interface of " + host, this::known)))
                .orElse(null);
    }

    /** Where the host has several interfaces, it must be said. */
    private String theDev(Mapping mapping) {
        List<String> all = interfaces();
        if (mapping.lacks("dev") && all.size() != 1) {
            scope.problem(
                    mapping.at(),
                    "with several interfaces of " + host + " \"dev\" is needed, one of: " + String.join(", ", all));
        }
        String dev = dev(mapping, "dev");
        return dev != null ? dev : all.isEmpty() ? "" : all.get(0);
    }

    private String known(String name) {
        List<String> all = interfaces();
        if (!all.contains(name)) {
            throw new IllegalArgumentException(Suggestion.unknown("interface", name, " of " + host, all));
        }
        return name;
    }

    private List<String> interfaces() {
        Topology.Host known = lab.hosts().get(host);
        return known == null
                ? List.of()
                : known.interfaces().stream().map(Interface::name).toList();
    }
}
