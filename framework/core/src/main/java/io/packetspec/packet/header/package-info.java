/** The protocol headers, each a table of fields. */
@NullMarked
package io.packetspec.packet.header;

import org.jspecify.annotations.NullMarked;
