package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;

/** An IP address, or the name of a host or wire that has one of the spec's family. */
record AddressScalar(Scope scope) implements Scalar<Address> {
    @Override
    public String expected() {
        return "an address, or the name of a host or wire";
    }

    @Override
    public Address parse(String text) {
        return scope.names().addresses().parse(text, scope.family());
    }

    @Override
    public Address of(Object value) {
        return value instanceof Address known ? known : parse(value.toString());
    }
}
