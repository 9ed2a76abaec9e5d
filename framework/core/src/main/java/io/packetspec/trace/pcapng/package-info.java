/** Writes traces as pcapng files. */
@NullMarked
package io.packetspec.trace.pcapng;

import org.jspecify.annotations.NullMarked;
