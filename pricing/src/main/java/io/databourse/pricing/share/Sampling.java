package io.databourse.pricing.share;

import io.databourse.money.Rational;

/// How orders of the parties are drawn where there are too many coalitions to look at all: the same
/// seed gives the same orders to everybody.
///
/// The generator is SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) and the shuffle is Fisher and
/// Yates's from the end: for i = n−1 … 1 swap places i and j, where j is the next number modulo i +
/// 1. Numbers are unsigned, and those of the last incomplete run of i + 1 are passed over, so that
///    every order is as likely as any other.
public record Sampling(long seed, int orders) {
    private static final int MOST = 100_000;

    public Sampling {
        if (orders < 1 || orders > MOST) {
            throw new IllegalArgumentException("%d orders, not 1 to %d".formatted(orders, MOST));
        }
    }

    /// How many orders suffice for all values to be within `epsilon` of the exact ones with
    /// probability `1 − delta`, by the inequality of Hoeffding and the union bound: T ≥ r² ·
    /// ln(2n/δ) / (2ε²).
    ///
    /// @param range how far a party's marginal contributions lie apart at most, in the unit of
    ///   `epsilon`
    public static int ordersFor(int parties, Rational range, Rational epsilon, Rational delta) {
        Coalition.all(parties);
        if (range.signum() <= 0 || epsilon.signum() <= 0) {
            throw new IllegalArgumentException("range and epsilon are positive");
        }
        if (delta.signum() <= 0 || delta.compareTo(Rational.ONE) >= 0) {
            throw new IllegalArgumentException("delta is between 0 and 1");
        }
        Rational ratio = range.dividedBy(epsilon);
        double orders =
                ratio.times(ratio).approximate()
                        * StrictMath.log(2 * parties / delta.approximate())
                        / 2;
        if (orders > MOST) {
            throw new IllegalArgumentException("more than %d orders are needed".formatted(MOST));
        }
        return (int) StrictMath.ceil(orders);
    }

    Shuffle shuffle(int parties) {
        return new Shuffle(seed, parties);
    }

    /// Draws one order after the other.
    static final class Shuffle {
        private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
        private long state;
        private final int parties;

        private Shuffle(long seed, int parties) {
            state = seed;
            this.parties = parties;
        }

        int[] next() {
            int[] order = new int[parties];
            for (int i = 0; i < parties; i++) {
                order[i] = i;
            }
            for (int i = parties - 1; i > 0; i--) {
                int j = below(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            return order;
        }

        private int below(int bound) {
            // 2^64 modulo the bound: so many numbers at the end make no whole run.
            long incomplete = Long.remainderUnsigned(-bound, bound);
            long number = number();
            while (incomplete != 0 && Long.compareUnsigned(number, -incomplete) >= 0) {
                number = number();
            }
            return (int) Long.remainderUnsigned(number, bound);
        }

        private long number() {
            state += GOLDEN_GAMMA;
            long mixed = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
            return mixed ^ mixed >>> 31;
        }
    }
}
