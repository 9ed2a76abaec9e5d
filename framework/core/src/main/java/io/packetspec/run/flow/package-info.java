/** TCP connections that specs declare: numbers relative to where either end began, and what is next on either side. */
@NullMarked
package io.packetspec.run.flow;

import org.jspecify.annotations.NullMarked;
