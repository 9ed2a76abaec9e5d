package io.packetspec.specs;

import io.packetspec.engine.Specs;

/** The entry to every spec below src/test/resources. */
@Specs
final class SpecsTest {}
