package io.packetspec.run.call;

import io.packetspec.abi.Errno;
import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import io.packetspec.run.memory.Controls;
import io.packetspec.run.memory.LayoutCodec;
import io.packetspec.spec.Endpoint;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a system call came to.
 *
 * @param returned what it returned, -1 for an error
 * @param errno the error, or null
 * @param data what was received, or null
 * @param address the address that it filled in, by its fields; empty if there is none
 * @param value the value that it filled in, such as an option's, as {@link LayoutCodec} decodes it, or a List of
 *     {@link io.packetspec.linux.Epoll.Event}; or null
 * @param octets that value as it lies in memory
 * @param controls the control messages that were received
 * @param flags what recvmsg reports
 * @param delayed how long its thread waited for a processor meanwhile, in nanoseconds; measured where the time counts
 */
public record CallResult(
        long returned,
        @Nullable Errno errno,
        @Nullable Octets data,
        Map<String, Object> address,
        @Nullable Object value,
        Octets octets,
        Controls controls,
        long flags,
        long began,
        long ended,
        long delayed) {
    CallResult delayed(long nanos) {
        return new CallResult(returned, errno, data, address, value, octets, controls, flags, began, ended, nanos);
    }

    /** The address, if it is one of IP. */
    Optional<Endpoint> endpoint() {
        return address.get("address") instanceof Address host && address.get("port") instanceof Long port
                ? Optional.of(new Endpoint(host, port.intValue()))
                : Optional.empty();
    }

    public String text() {
        return errno == null ? Long.toString(returned) : "-1 " + errno;
    }
}
