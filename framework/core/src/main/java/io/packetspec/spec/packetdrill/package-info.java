/** The language of packetdrill scripts: their text, read into a tree of records that print as scripts again. */
@NullMarked
package io.packetspec.spec.packetdrill;

import org.jspecify.annotations.NullMarked;
