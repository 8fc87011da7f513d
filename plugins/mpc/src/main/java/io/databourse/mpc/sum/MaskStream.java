package io.databourse.mpc.sum;

import io.databourse.mpc.aes.BulkAes;
import java.security.SecureRandom;

/// Pseudorandom numbers modulo 2^64 from a seed: AES-128 in counter mode.
final class MaskStream {
    static final int SEED_BYTES = BulkAes.BLOCK_BYTES;

    private static final int BLOCKS = 1024;

    private final BulkAes aes;
    private final long[] numbers = new long[2 * BLOCKS];
    private long counter;
    private int at = numbers.length;

    MaskStream(byte[] seed) {
        aes = new BulkAes(seed);
    }

    static byte[] newSeed(SecureRandom random) {
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }

    long next() {
        if (at == numbers.length) {
            aes.stream(0, counter, numbers, 0, BLOCKS);
            counter += BLOCKS;
            at = 0;
        }
        return numbers[at++];
    }
}
