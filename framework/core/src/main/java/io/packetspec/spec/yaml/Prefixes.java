package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import io.packetspec.spec.Topology.Prefix;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;

/** Arithmetic on prefixes. */
final class Prefixes {
    static final Scalar<Prefix> PREFIX =
            Scalar.of("an address with its prefix length such as 192.0.2.1/24", Prefixes::parse);

    private Prefixes() {}

    static Prefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("expected a prefix length behind the address: " + text + "/24");
        }
        Address address = ip(text.substring(0, slash));
        String length = text.substring(slash + 1);
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > bits(address)) {
            throw new IllegalArgumentException(
                    "expected a prefix length from 0 to " + bits(address) + ", not \"" + length + "\"");
        }
        return new Prefix(address, Integer.parseInt(length));
    }

    static Address ip(String text) {
        Address address = Address.parse(text);
        if (address.isMac()) {
            throw new IllegalArgumentException("expected an IPv4 or IPv6 address, not " + text);
        }
        return address;
    }

    static boolean sameFamily(Address one, Address other) {
        return one.octets().length() == other.octets().length();
    }

    static boolean holds(Prefix prefix, Address address) {
        return sameFamily(prefix.address(), address)
                && network(prefix.address(), prefix.length()).equals(network(address, prefix.length()));
    }

    /** The first host address of the prefix that is not the one that is taken. */
    static Optional<Prefix> firstOther(Prefix taken) {
        BigInteger network = network(taken.address(), taken.length());
        int first = bits(taken.address()) - taken.length() < 2 ? 0 : 1;
        return Stream.of(first, first + 1)
                .map(host -> address(network.add(BigInteger.valueOf(host)), taken.address()))
                .filter(address -> !address.equals(taken.address()) && holds(taken, address))
                .findFirst()
                .map(address -> new Prefix(address, taken.length()));
    }

    /** The host addresses of the prefix in their order, and what is beyond them never. */
    static Stream<Prefix> hosts(Prefix prefix) {
        BigInteger network = network(prefix.address(), prefix.length());
        int size = bits(prefix.address()) - prefix.length();
        BigInteger last = BigInteger.ONE.shiftLeft(size).subtract(BigInteger.valueOf(size < 2 ? 1 : 2));
        return Stream.iterate(
                        BigInteger.valueOf(size < 2 ? 0 : 1), n -> n.compareTo(last) <= 0, n -> n.add(BigInteger.ONE))
                .map(n -> new Prefix(address(network.add(n), prefix.address()), prefix.length()));
    }

    private static int bits(Address address) {
        return address.octets().length() * 8;
    }

    private static BigInteger network(Address address, int length) {
        int host = bits(address) - length;
        return new BigInteger(1, address.octets().toArray()).shiftRight(host).shiftLeft(host);
    }

    private static Address address(BigInteger number, Address like) {
        byte[] octets = new byte[like.octets().length()];
        for (int i = 0; i < octets.length; i++) {
            octets[octets.length - 1 - i] = number.shiftRight(8 * i).byteValue();
        }
        return new Address(Octets.of(octets));
    }
}
