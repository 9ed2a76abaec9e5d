/** Makes specs of packetdrill's scripts: three variants of each, with the steps that its events stand for. */
@NullMarked
package io.packetspec.spec.packetdrill.translation;

import org.jspecify.annotations.NullMarked;
