package io.databourse.mpc.vole;

import io.databourse.mpc.aes.BulkAes;

/// What both parties derive from their public seed.
final class VolePublic {
    private final byte[] codeSeed;
    private final BulkAes left;
    private final BulkAes right;
    private final BulkAes transfers;

    VolePublic(byte[] seed) {
        left = BulkAes.derived(seed, 1);
        right = BulkAes.derived(seed, 2);
        transfers = BulkAes.derived(seed, 3);
        codeSeed = BulkAes.derivedKey(seed, 4);
    }

    NoiseTrees trees(VoleShape shape) {
        return new NoiseTrees(shape, left, right);
    }

    ExpandConvoluteCode code(VoleShape shape) {
        return new ExpandConvoluteCode(codeSeed, shape.length());
    }

    BulkAes transfers() {
        return transfers;
    }
}
