/** Packets: layers, fields, codec, checksums, diff and notation; knows no socket and no file. */
@NullMarked
package io.packetspec.packet;

import org.jspecify.annotations.NullMarked;
