/** What happened in a run: an append-only log, and the views of it. */
@NullMarked
package io.packetspec.trace;

import org.jspecify.annotations.NullMarked;
