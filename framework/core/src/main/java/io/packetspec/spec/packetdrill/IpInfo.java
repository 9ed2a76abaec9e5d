package io.packetspec.spec.packetdrill;

import io.packetspec.spec.At;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields of an IP header, as far as they are told: {@code [ect0, flowlabel 0x12345]}. */
public record IpInfo(At at, Optional<TrafficClass> trafficClass, OptionalLong flowLabel, OptionalLong ttl) {

    @Override
    public String toString() {
        return Stream.of(trafficClass.map(Object::toString), print("flowlabel 0x%x", flowLabel), print("ttl %d", ttl))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static Optional<String> print(String format, OptionalLong value) {
        return value.isPresent() ? Optional.of(String.format(format, value.getAsLong())) : Optional.empty();
    }

    /** With a blank behind it; empty if nothing is told. */
    String prefix() {
        boolean silent = trafficClass.isEmpty() && flowLabel.isEmpty() && ttl.isEmpty();
        return silent ? "" : this + " ";
    }
}
