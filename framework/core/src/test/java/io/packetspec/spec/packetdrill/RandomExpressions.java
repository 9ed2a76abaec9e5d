package io.packetspec.spec.packetdrill;

import static io.packetspec.spec.packetdrill.RandomScripts.AT;
import static io.packetspec.spec.packetdrill.RandomScripts.bits;
import static io.packetspec.spec.packetdrill.RandomScripts.maybe;
import static io.packetspec.spec.packetdrill.RandomScripts.pick;
import static io.packetspec.spec.packetdrill.RandomScripts.several;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random expressions, not too deep. */
final class RandomExpressions {
    private static final int DEEPEST = 3;

    private final Random random;
    private int depth;

    RandomExpressions(Random random) {
        this.random = random;
    }

    Expression any() {
        depth++;
        Expression expression = depth > DEEPEST || random.nextBoolean() ? leaf() : inner();
        depth--;
        return expression;
    }

    private Expression leaf() {
        return pick(
                random,
                new Expression.Ellipsis(AT),
                new Expression.Number(AT, pick(random, random.nextLong(), -1L, 0L), random.nextBoolean()),
                new Expression.Name(AT, pick(random, "SOCK_STREAM", "_x9", "linger")),
                new Text(
                        AT,
                        several(random, 1, 2, () -> pick(random, "", "a b", "\\\"\\x00\\\\", "// no comment")),
                        false),
                new Text(AT, List.of("cut"), true),
                new Expression.Port(AT, bits(random, 16)),
                address(),
                new Expression.Buffer(AT, bits(random, 63)),
                new Expression.Mpls(AT, RandomPackets.mpls(random)),
                new Expression.Gre(AT, RandomPackets.gre(random)));
    }

    private Expression.InternetAddress address() {
        boolean ipv6 = random.nextBoolean();
        return new Expression.InternetAddress(AT, ipv6 ? "inet6_addr" : "inet_addr", ipv6 ? "::1" : "192.0.2.1");
    }

    private Expression inner() {
        switch (random.nextInt(5)) {
            case 0:
                return union();
            case 1:
                return new Expression.Assignment(AT, "name", any());
            case 2:
                return array();
            case 3:
                return new Expression.Listing(AT, listed());
            default:
                return struct(pick(random, StructKind.values()));
        }
    }

    private Expression.Array array() {
        return new Expression.Array(AT, several(random, 0, 3, this::any));
    }

    /** One element at least, and none first that would make a buffer of it. */
    private List<Expression> listed() {
        List<Expression> list = new ArrayList<>(several(random, 0, 2, this::any));
        list.add(0, new Expression.Name(AT, "first"));
        return list;
    }

    /** Names first, as an assignment takes what is behind it. */
    private Expression union() {
        List<Expression> operands = new ArrayList<>(several(random, 1, 3, () -> new Expression.Name(AT, "FLAG")));
        Expression last = leaf();
        operands.add(random.nextBoolean() ? last : new Expression.Assignment(AT, "last", any()));
        return new Expression.Union(AT, operands);
    }

    private Struct struct(StructKind kind) {
        List<Struct.Member> members = new ArrayList<>();
        for (MemberShape shape : kind.members()) {
            if (!shape.optional() || random.nextBoolean()) {
                String name = pick(random, shape.names().toArray(String[]::new));
                Optional<Expression> count = shape.count().map(this::of);
                members.add(new Struct.Member(AT, name, count, of(shape.value())));
            }
        }
        return new Struct(AT, kind, members);
    }

    private Expression of(MemberShape.Kind kind) {
        switch (kind) {
            case NUMBER:
                return new Expression.Number(
                        AT, random.nextLong(), maybe(random, () -> AT).isPresent());
            case NAME:
                return new Expression.Name(AT, "AF_INET");
            case ELLIPSIS:
                return new Expression.Ellipsis(AT);
            case ARRAY:
                return array();
            case PORT:
                return new Expression.Port(AT, bits(random, 16));
            case ADDRESS:
                return address();
            default:
                return any();
        }
    }
}
