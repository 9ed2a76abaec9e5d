/** Packets as they go over a wire or through a socket: what specs leave out of them, what came, how that differs. */
@NullMarked
package io.packetspec.run.frame;

import org.jspecify.annotations.NullMarked;
