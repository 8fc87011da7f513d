package io.databourse.protection.watermark;

/// How likely chance alone does so well.
final class Chance {
    private Chance() {}

    /// An upper bound on the probability that at least `fitting` of `tries` fair coins fit:
    /// exp(−n·D(k⁄n ‖ ½)), D the relative entropy (Hoeffding, *Probability Inequalities for Sums of
    /// Bounded Random Variables*, 1963, theorem 1).
    static double atLeast(int fitting, int tries) {
        if (2L * fitting <= tries) {
            return 1;
        }
        double share = (double) fitting / tries;
        double entropy = term(share) + term(1 - share) + Math.log(2);
        return Math.exp(-tries * entropy);
    }

    private static double term(double share) {
        return share == 0 ? 0 : share * Math.log(share);
    }
}
