/** Expressions of specs: names and dotted paths, and the part of JEXL that changes nothing. */
@NullMarked
package io.packetspec.run.expression;

import org.jspecify.annotations.NullMarked;
