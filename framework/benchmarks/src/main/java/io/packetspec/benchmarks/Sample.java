package io.packetspec.benchmarks;

import java.util.Collection;

/** Figures of one thing. */
final class Sample {
    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    static Sample of(Collection<? extends Number> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return new Sample(
                figures.stream().mapToDouble(Number::doubleValue).sorted().toArray());
    }

    double min() {
        return sorted[0];
    }

    double median() {
        return below(0.5);
    }

    double max() {
        return sorted[sorted.length - 1];
    }

    /** The least figure that is not exceeded by this share of all. */
    double below(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    int count() {
        return sorted.length;
    }
}
