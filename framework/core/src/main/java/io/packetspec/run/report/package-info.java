/** What runs of a spec came to, and why one failed. */
@NullMarked
package io.packetspec.run.report;

import org.jspecify.annotations.NullMarked;
