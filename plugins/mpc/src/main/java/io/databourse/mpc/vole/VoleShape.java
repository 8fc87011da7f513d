package io.databourse.mpc.vole;

/// The parameters of a silent VOLE: dual learning parity with noise (LPN) at rate 1/2 with regular
/// noise and an expand-convolute code.
///
/// As in libOTe's configuration of `ExConv7x24` for 128 bits: with the pseudo-minimum distance of a
/// quarter of the length, a linear test against noise of weight t has a bias of `(1 - 2 · 1/4)^t`,
/// hence t = 128. (S. Raghuraman, P. Rindal, T. Tanguy, *Expand-Convolute Codes for Pseudorandom
/// Correlation Generators from LPN*, CRYPTO 2023, ePrint 2023/882.) Decoding by guessing half of
/// the positions to be free of noise is right with a probability of `2^-t` as well.
///
/// @param length of the vectors that come out
/// @param leaves of each of the [#NOISE] trees
public record VoleShape(int length, int leaves) {
    /// Positions with noise; one in each class of positions with the same remainder by it.
    static final int NOISE = 128;

    /// Shorter vectors are cut from one of this length, so that the code is never shorter than the
    /// sizes that the analysis of such codes looks at.
    static final int LEAST_LENGTH = 1 << 16;

    public static VoleShape of(int length) {
        int wanted = Math.max(length, LEAST_LENGTH);
        int leaves = (2 * wanted + NOISE - 1) / NOISE;
        return new VoleShape(NOISE * leaves / 2, leaves);
    }

    /// Length of the noise vector: twice the output's.
    int noiseLength() {
        return NOISE * leaves;
    }

    /// Levels below the root of a tree.
    int depth() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(leaves - 1);
    }

    /// Nodes of a tree on a level that has leaves below it; the root's level is 0.
    int width(int level) {
        int below = depth() - level;
        return (leaves + (1 << below) - 1) >> below;
    }

    /// Transfers that all trees need.
    public int transfers() {
        return NOISE * depth();
    }
}
