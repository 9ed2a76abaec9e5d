package io.packetspec.spec;

/** The name of an interface where its index is meant; which one that is depends on the host, and on the time. */
public record InterfaceName(String name) {
    @Override
    public String toString() {
        return name;
    }
}
