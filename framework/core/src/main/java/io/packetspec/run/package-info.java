/** Runs specs: visits steps, evaluates expressions, accounts for time. */
@NullMarked
package io.packetspec.run;

import org.jspecify.annotations.NullMarked;
