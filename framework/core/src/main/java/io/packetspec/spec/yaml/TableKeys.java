package io.packetspec.spec.yaml;

import java.util.List;

/** What an entry of a host's tables may say: a route, a rule, a neighbour, an address. */
final class TableKeys {
    static final long MOST = 0x7fff_ffffL;
    private static final Shape POSITIVE = Shapes.number(1, MOST);
    private static final Shape TABLE = Shape.anyOf(Words.shape("RT_TABLE_"), POSITIVE);
    private static final Shape INTERFACE = Shape.TEXT;
    /** A prefix, or an address alone by the name of its host or wire. */
    private static final Shape PREFIX = Shape.anyOf(Shapes.PREFIX, Shapes.NAME);

    static final Keys ROUTE = Keys.of(
            "a route",
            Key.required("to", PREFIX, "default, a prefix, or the name of a host or wire"),
            Key.optional("via", Shapes.ADDRESS, "the gateway: an address, host or wire on a connected prefix"),
            Key.optional("dev", INTERFACE, "the interface that it leaves by"),
            Key.optional("table", TABLE, "the routing table; main if left out"),
            Key.optional("type", Words.shape("RTN_"), "unicast if left out"),
            Key.optional("metric", POSITIVE, "its priority: a smaller one comes first"),
            Key.optional("src", Shapes.ADDRESS, "the source address that is preferred"),
            Key.optional("mtu", POSITIVE, "the path MTU"),
            Key.optional("onlink", Words.SWITCH_SHAPE, "the gateway need be on no connected prefix"),
            Key.optional("scope", Words.shape("RT_SCOPE_"), "how far away destinations are"));
    static final Keys RULE = Keys.of(
            "a rule",
            Key.optional("from", PREFIX, "source addresses that it is for"),
            Key.optional("to", PREFIX, "destination addresses that it is for"),
            Key.optional("fwmark", POSITIVE, "the mark that it is for"),
            Key.optional("iif", INTERFACE, "the interface that packets came in by"),
            Key.optional("table", TABLE, "the routing table that is asked"),
            Key.optional("priority", POSITIVE, "a smaller one comes first; in the order of the rules if left out"),
            Key.optional("action", Words.shape("FR_ACT_"), "what is done in place of asking a table"));
    static final Keys NEIGHBOUR = neighbour(false);
    static final Keys NEIGHBOUR_REMOVED = neighbour(true);
    static final Keys ADDRESS = Keys.of(
            "an address",
            Key.required("address", Shapes.PREFIX, "an address with its prefix length"),
            Key.optional("dev", INTERFACE, "the interface; may be left out where the host has one"));

    /** A route that is made. */
    static final Shape ROUTE_SHAPE = ROUTE.shape()
            .and("anyOf", List.of(has("via"), has("dev"), has("type")))
            .named("route");
    /** A rule that is made. */
    static final Shape RULE_SHAPE =
            RULE.shape().and("anyOf", List.of(has("table"), has("action"))).named("rule");

    private TableKeys() {}

    private static Keys neighbour(boolean removed) {
        Shape mac = Shape.pattern(Shapes.MAC + "|" + Shapes.NAMED);
        String meaning = "the MAC address, or the name of a host or wire";
        return Keys.of(
                "a neighbour",
                Key.required("to", Shapes.ADDRESS, "the address, or the name of a host or wire"),
                removed ? Key.optional("mac", mac, meaning) : Key.required("mac", mac, meaning),
                Key.optional("dev", INTERFACE, "the interface; may be left out where the host has one"),
                Key.optional("state", Words.shape("NUD_"), "permanent if left out"));
    }

    private static Object has(String key) {
        return Shape.of("required", List.of(key)).schema();
    }
}
