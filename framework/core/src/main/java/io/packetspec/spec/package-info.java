/** The model of specs: immutable records that every reader produces and the runner executes. */
@NullMarked
package io.packetspec.spec;

import org.jspecify.annotations.NullMarked;
