package io.packetspec.lab;

import io.packetspec.lab.Cabling.Port;
import java.util.ArrayList;
import java.util.List;

/** Interfaces that the kernel makes of others. */
final class Devices {
    private Devices() {}

    /** Those of a host, each behind the one below it. */
    static List<Port> inOrder(List<Port> ports) {
        List<Port> waiting =
                new ArrayList<>(ports.stream().filter(Port::isDevice).toList());
        List<Port> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<Port> ready = waiting.stream()
                    .filter(port -> waiting.stream()
                            .noneMatch(other -> other.plan()
                                    .name()
                                    .equals(port.plan().device().lower())))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException(waiting.get(0).fullName() + " is below itself");
            }
            ordered.addAll(ready);
            waiting.removeAll(ready);
        }
        return ordered;
    }
}
