/** What tracefs and kallsyms tell of the running kernel's tracepoints: their numbers, fields and symbols. */
@NullMarked
package io.packetspec.linux.tracepoint;

import org.jspecify.annotations.NullMarked;
