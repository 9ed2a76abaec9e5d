/** When what a spec did and saw happened, and how late the harness itself was. */
@NullMarked
package io.packetspec.run.time;

import org.jspecify.annotations.NullMarked;
