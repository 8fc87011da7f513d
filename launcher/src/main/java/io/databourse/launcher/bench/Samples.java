package io.databourse.launcher.bench;

import java.util.Arrays;

/// The values of several runs.
final class Samples {

    private final double[] sorted;

    Samples(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    double median() {
        return percentile(50);
    }

    /// The smallest value that at least so many percent do not exceed (nearest rank); of an even
    /// number of values the median is the lower of the two in the middle.
    double percentile(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    double spread() {
        return sorted[sorted.length - 1] - sorted[0];
    }
}
