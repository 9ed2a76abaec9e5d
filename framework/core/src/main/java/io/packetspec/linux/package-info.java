/** System calls, namespaces, capabilities, sockets and devices of Linux: bytes in, bytes out. */
@NullMarked
package io.packetspec.linux;

import org.jspecify.annotations.NullMarked;
