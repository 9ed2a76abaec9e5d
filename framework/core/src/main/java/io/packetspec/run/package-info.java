/** Runs specs: visits their steps, each of which acts on a lab or looks at what came of it. */
@NullMarked
package io.packetspec.run;

import org.jspecify.annotations.NullMarked;
