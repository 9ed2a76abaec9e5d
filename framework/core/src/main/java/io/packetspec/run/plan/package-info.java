/** What a lab is to be built of, from the topology that a spec declares. */
@NullMarked
package io.packetspec.run.plan;

import org.jspecify.annotations.NullMarked;
