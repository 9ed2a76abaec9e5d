package io.packetspec.run;

import io.packetspec.abi.Errno;
import io.packetspec.packet.Octets;
import io.packetspec.spec.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * What a system call came to.
 *
 * @param returned what it returned, -1 for an error
 * @param errno the error, or null
 * @param data what was received, or null
 * @param endpoint the address that it filled in, or null
 * @param value the value that it filled in, such as an option's: Long, String or Octets, or a List of
 *     {@link io.packetspec.linux.Epoll.Event}; or null
 * @param delayed how long its thread waited for a processor meanwhile, in nanoseconds; measured where the time counts
 */
record CallResult(
        long returned,
        @Nullable Errno errno,
        @Nullable Octets data,
        @Nullable Endpoint endpoint,
        @Nullable Object value,
        long began,
        long ended,
        long delayed) {
    CallResult delayed(long nanos) {
        return new CallResult(returned, errno, data, endpoint, value, began, ended, nanos);
    }

    String text() {
        return errno == null ? Long.toString(returned) : "-1 " + errno;
    }
}
