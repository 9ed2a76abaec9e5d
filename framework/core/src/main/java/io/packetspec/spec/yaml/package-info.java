/** Reads *.spec.yaml files into the model. */
@NullMarked
package io.packetspec.spec.yaml;

import org.jspecify.annotations.NullMarked;
