package io.databourse.mpc.okvs;

/// How long the vector of a store is, for rows of weight three and binary dense columns.
///
/// Equations 2 and 3 of ePrint 2022/320 (§4.2), for w = 3: `log2(λ/e) = 0.555 log2 n + 2.336` gives
/// the slope of the line through the phase transition `(1.223, -9.2)`; the expansion `e` is where
/// that line reaches λ, and the gap is at most `ĝ = ⌊λ / log2(e n)⌋`. With `ĝ + λ` binary dense
/// columns (§3.2) encoding fails with a probability of about 2^-λ. The authors fitted the lines for
/// `30 ≤ λ ≤ 128` and `2^6 ≤ n ≤ 2^30`. Both parties compute the shape, so it is strict arithmetic,
/// which is the same on every machine.
///
/// @param items the most items that fit
/// @param sparse number of sparse columns
/// @param dense number of dense columns, at most 64
public record OkvsShape(int items, int sparse, int dense) {
    /// The fewest items that the published fit covers; fewer get a store of this size.
    static final int LEAST_ITEMS = 64;

    private static final double WEIGHT_LOG = StrictMath.log(3) / StrictMath.log(2);
    private static final double OFFSET =
            0.093 * StrictMath.pow(WEIGHT_LOG, 3)
                    - 1.010 * StrictMath.pow(WEIGHT_LOG, 2)
                    + 2.925 * WEIGHT_LOG
                    - 0.133;

    public OkvsShape {
        if (items < 0 || sparse < 3 || dense < 0 || dense > Long.SIZE || sparse > 1 << 21) {
            throw new IllegalArgumentException("not the shape of a store: " + sparse);
        }
    }

    /// A store for so many items that fails with a probability of about 2^-λ.
    public static OkvsShape of(int items, int lambda) {
        int fitted = Math.max(items, LEAST_ITEMS);
        double slope = StrictMath.pow(2, 0.555 * log2(fitted) + OFFSET);
        double expansion = 1.223 + (lambda + 9.2) / slope;
        int gap = (int) (lambda / log2(expansion * fitted));
        return new OkvsShape(items, (int) Math.ceil(expansion * fitted), gap + lambda);
    }

    /// Length of the vector, in blocks: the sparse part, then the dense.
    public int size() {
        return sparse + dense;
    }

    private static double log2(double number) {
        return StrictMath.log(number) / StrictMath.log(2);
    }
}
