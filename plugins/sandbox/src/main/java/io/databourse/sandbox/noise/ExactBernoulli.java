package io.databourse.sandbox.noise;

import java.math.BigInteger;
import java.security.SecureRandom;

/// Coins with exact probabilities, from whole numbers alone: Canonne, Kamath and Steinke, *The
/// Discrete Gaussian for Differential Privacy* (NeurIPS 2020), algorithm 1.
final class ExactBernoulli {
    private final SecureRandom random;

    ExactBernoulli(SecureRandom random) {
        this.random = random;
    }

    /// True in `numerator` of `denominator` cases.
    boolean fraction(BigInteger numerator, BigInteger denominator) {
        return below(denominator).compareTo(numerator) < 0;
    }

    boolean half() {
        return random.nextBoolean();
    }

    /// True with probability exp(−1).
    boolean overE() {
        return exponential(BigInteger.ONE, BigInteger.ONE);
    }

    /// True with probability exp(−numerator ⁄ denominator), for fractions of 0 to 1.
    boolean exponential(BigInteger numerator, BigInteger denominator) {
        long k = 1;
        while (fraction(numerator, denominator.multiply(BigInteger.valueOf(k)))) {
            k++;
        }
        return k % 2 == 1;
    }

    /// Uniform in 0 … bound − 1, by rejection: the remainder of a division would favour small
    /// numbers.
    BigInteger below(BigInteger bound) {
        int bits = bound.subtract(BigInteger.ONE).bitLength();
        BigInteger drawn = new BigInteger(bits, random);
        while (drawn.compareTo(bound) >= 0) {
            drawn = new BigInteger(bits, random);
        }
        return drawn;
    }
}
