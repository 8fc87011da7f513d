package io.databourse.sandbox.noise;

import java.math.BigInteger;
import java.security.SecureRandom;

/// Noise on whole numbers: x with probability proportional to exp(−ε·|x| ⁄ sensitivity).
///
/// Canonne, Kamath and Steinke, *The Discrete Gaussian for Differential Privacy* (NeurIPS 2020),
/// algorithm 2: whole numbers only. Noise from floating point leaks the answer in its low bits
/// (Mironov, *On Significance of the Least Significant Bits for Differential Privacy*, CCS 2012).
/// Adding it to a statistic that one entity changes by at most the sensitivity makes the answer
/// ε-differentially private. How long a draw takes depends on the draw: time is not hidden.
public final class DiscreteLaplace {
    private final ExactBernoulli coins;

    public DiscreteLaplace() {
        this(new SecureRandom());
    }

    DiscreteLaplace(SecureRandom random) {
        coins = new ExactBernoulli(random);
    }

    /// One draw. `sensitivity` is the most by which one entity can change the statistic, at least
    /// 1.
    public BigInteger draw(Epsilon epsilon, BigInteger sensitivity) {
        if (epsilon.isZero() || sensitivity.signum() <= 0) {
            throw new IllegalArgumentException("epsilon and sensitivity must be more than zero");
        }
        BigInteger t = epsilon.denominator().multiply(sensitivity);
        BigInteger s = epsilon.numerator();
        while (true) {
            BigInteger magnitude = magnitude(t).divide(s);
            boolean negative = coins.half();
            // Zero would otherwise be drawn twice as often, as +0 and as −0.
            if (!negative) {
                return magnitude;
            }
            if (magnitude.signum() != 0) {
                return magnitude.negate();
            }
        }
    }

    /// x with probability proportional to exp(−x ⁄ t): the part below t by rejection, whole t's by
    /// counting coins.
    private BigInteger magnitude(BigInteger t) {
        BigInteger below = coins.below(t);
        while (!coins.exponential(below, t)) {
            below = coins.below(t);
        }
        long whole = 0;
        while (coins.overE()) {
            whole++;
        }
        return below.add(t.multiply(BigInteger.valueOf(whole)));
    }
}
