package io.packetspec.packet;

import java.util.function.Predicate;

/** Addresses of one kind. */
enum AddressWording implements Wording {
    MAC(Address::isMac, "a MAC such as 02:00:00:00:00:01"),
    IPV4(Address::isIpv4, "an IPv4 address such as 192.0.2.1"),
    IPV6(Address::isIpv6, "an IPv6 address such as 2001:db8::1");

    private final Predicate<Address> kind;
    private final String legal;

    AddressWording(Predicate<Address> kind, String legal) {
        this.kind = kind;
        this.legal = legal;
    }

    @Override
    public Object parse(String text) {
        Address address = Address.parse(text);
        if (!kind.test(address)) {
            throw new IllegalArgumentException(text + " is no value: it is " + legal);
        }
        return address;
    }

    @Override
    public String print(Object value) {
        return Quoting.scalar(value.toString());
    }

    @Override
    public String explain(Object value) {
        return value.toString();
    }
}
