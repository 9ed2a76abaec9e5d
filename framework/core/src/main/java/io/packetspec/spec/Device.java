package io.packetspec.spec;

import io.packetspec.packet.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An interface that the kernel makes of others. */
public sealed interface Device {
    /** As ip-link(8) calls it. */
    String kind();

    /** The interface below it, or null. */
    @Nullable
    String lower();

    /** Joins interfaces of the host; times in hundredths of a second. */
    record Bridge(List<String> ports, boolean stp, int forwardDelay, int ageing) implements Device {
        @Override
        public String kind() {
            return "bridge";
        }

        @Override
        public @Nullable String lower() {
            return null;
        }
    }

    /** Another MAC address on an interface; the mode is one of {@code MACVLAN_MODE_…}. */
    record Macvlan(String lower, int mode) implements Device {
        @Override
        public String kind() {
            return "macvlan";
        }
    }

    /** A tunnel of Ethernet frames in UDP, RFC 7348. */
    record Vxlan(
            int id,
            @Nullable Address local,
            @Nullable Address remote,
            int port,
            @Nullable String lower) implements Device {
        @Override
        public String kind() {
            return "vxlan";
        }
    }
}
