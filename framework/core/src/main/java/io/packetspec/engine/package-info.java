/** The JUnit Platform engine. */
@NullMarked
package io.packetspec.engine;

import org.jspecify.annotations.NullMarked;
