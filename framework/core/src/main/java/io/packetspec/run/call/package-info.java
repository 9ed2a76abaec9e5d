/** System calls of specs: their arguments, how they are made, what they came to, held against what was expected. */
@NullMarked
package io.packetspec.run.call;

import org.jspecify.annotations.NullMarked;
