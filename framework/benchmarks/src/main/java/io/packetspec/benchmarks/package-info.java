/** Benchmarks: medians and ratios within one run, for machines are shared and noisy. */
@NullMarked
package io.packetspec.benchmarks;

import org.jspecify.annotations.NullMarked;
