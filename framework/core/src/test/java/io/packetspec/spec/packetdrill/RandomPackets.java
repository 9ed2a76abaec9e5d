package io.packetspec.spec.packetdrill;

import static io.packetspec.spec.packetdrill.RandomScripts.AT;
import static io.packetspec.spec.packetdrill.RandomScripts.bits;
import static io.packetspec.spec.packetdrill.RandomScripts.maybe;
import static io.packetspec.spec.packetdrill.RandomScripts.maybeBits;
import static io.packetspec.spec.packetdrill.RandomScripts.pick;
import static io.packetspec.spec.packetdrill.RandomScripts.several;

import io.packetspec.spec.packetdrill.TcpFlags.Flag;
import io.packetspec.spec.packetdrill.TrafficClass.Ecn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Random packets that a reader accepts. */
final class RandomPackets {
    private final Random random;

    RandomPackets(Random random) {
        this.random = random;
    }

    PacketForm packet(Direction direction) {
        Body body = pick(random, tcp(direction), tcp(direction), udp(), icmp());
        IpInfo ip = info(body instanceof Body.Udp ? Optional.empty() : maybe(random, () -> ecn(direction)));
        return new PacketForm(AT, direction, several(random, 0, 2, this::encapsulation), ip, body);
    }

    private TrafficClass ecn(Direction direction) {
        TrafficClass any = pick(random, Ecn.values());
        boolean legal = direction == Direction.OUTBOUND || any != Ecn.ECT01;
        return legal && random.nextBoolean() ? any : new TrafficClass.Tos(bits(random, 8));
    }

    private IpInfo info(Optional<TrafficClass> trafficClass) {
        return new IpInfo(AT, trafficClass, maybeBits(random, 20), maybeBits(random, 8));
    }

    private Encapsulation encapsulation() {
        IpInfo info = info(maybe(random, () -> ecn(Direction.OUTBOUND)));
        return pick(
                random,
                new Encapsulation.Ipv4(AT, info, "192.0.2.1", "255.255.255.255"),
                new Encapsulation.Ipv6(AT, info, "::", pick(random, "fe80::", "1:2:3:4:5:6:7:8", "::ffff:10.0.0.1")),
                new Encapsulation.Gre(AT, gre(random)),
                new Encapsulation.Mpls(AT, mpls(random)));
    }

    static GreHeader gre(Random random) {
        return new GreHeader(bits(random, 16), bits(random, 16), bits(random, 16), bits(random, 32), bits(random, 32));
    }

    static List<MplsEntry> mpls(Random random) {
        return several(
                random,
                0,
                2,
                () -> new MplsEntry(AT, bits(random, 20), bits(random, 3), random.nextBoolean(), bits(random, 8)));
    }

    private Optional<Ports> ports() {
        return maybe(random, () -> new Ports(AT, bits(random, 16), bits(random, 16)));
    }

    private Body udp() {
        return new Body.Udp(AT, ports(), bits(random, 16));
    }

    private Body icmp() {
        Echoed echoed = pick(
                random,
                new Echoed.Tcp(AT, sequence()),
                new Echoed.Udp(AT, bits(random, 16)),
                new Echoed.Raw(AT, bits(random, 16)));
        return new Body.Icmp(
                AT,
                "unreachable",
                maybe(random, () -> "host_unreachable"),
                maybeBits(random, 32),
                maybeBits(random, 16),
                maybe(random, () -> echoed));
    }

    private Sequence sequence() {
        long start = bits(random, 31);
        long length = bits(random, 16);
        return new Sequence(AT, start, start + length, length);
    }

    private Body tcp(Direction direction) {
        boolean inbound = direction == Direction.INBOUND;
        OptionalLong window = inbound ? OptionalLong.of(bits(random, 16)) : maybeBits(random, 16);
        boolean any = !inbound && random.nextInt(4) == 0;
        TcpOptions options = new TcpOptions(AT, any, any ? List.of() : options());
        return new Body.Tcp(
                AT, ports(), flags(), sequence(), maybeBits(random, 32), window, maybeBits(random, 16), options);
    }

    private TcpFlags flags() {
        EnumSet<Flag> set = EnumSet.noneOf(Flag.class);
        several(random, 0, 5, () -> set.add(pick(random, Flag.values())));
        boolean counted = random.nextBoolean() && !set.isEmpty() && set.stream().noneMatch(Flag::isOfEcn);
        return new TcpFlags(AT, set, counted ? OptionalLong.of(bits(random, 3)) : OptionalLong.empty());
    }

    private List<TcpOption> options() {
        List<TcpOption> options = new ArrayList<>(several(random, 0, 2, this::option));
        while (options.stream().mapToInt(TcpOption::length).sum() % 4 != 0) {
            options.add(pick(random, new TcpOption.Nop(AT), new TcpOption.Eol(AT)));
        }
        return options;
    }

    private TcpOption option() {
        TcpOption.Sack.Block block = new TcpOption.Sack.Block(bits(random, 32), bits(random, 32));
        return pick(
                random,
                new TcpOption.Mss(AT, bits(random, 16)),
                new TcpOption.WindowScale(AT, bits(random, 8)),
                new TcpOption.SackPermitted(AT),
                new TcpOption.Sack(AT, random.nextBoolean() ? List.of(block) : List.of(block, block)),
                new TcpOption.Timestamp(AT, bits(random, 32), bits(random, 32)),
                new TcpOption.Md5(AT, pick(random, "00112233445566778899aabbccddeeff", "0a", "12")),
                new TcpOption.FastOpen(
                        AT, random.nextBoolean(), pick(random, "", "12345678", "0x00".substring(2), "ABcd")),
                new TcpOption.AccurateEcn(AT, random.nextInt(2), several(random, 1, 3, () -> bits(random, 24))));
    }
}
