/** Specs with one expectation changed, which must fail: what a library of specs is worth. */
@org.jspecify.annotations.NullMarked
package io.packetspec.spec.mutation;
