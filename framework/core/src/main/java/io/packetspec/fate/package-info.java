/**
 * What became of the packets that a spec caused: for which reason the kernel dropped them, or reset their connections.
 * Every event is attributed to the deed that caused it, or to nobody.
 */
@NullMarked
package io.packetspec.fate;

import org.jspecify.annotations.NullMarked;
