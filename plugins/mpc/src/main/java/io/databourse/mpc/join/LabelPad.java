package io.databourse.mpc.join;

import io.databourse.mpc.aes.BulkAes;
import java.nio.ByteBuffer;

/// Encrypts and decrypts labels: AES-128 in counter mode (NIST SP 800-38A §6.5) under a key that
/// only the owners have. A label's first counter is its tag, 16 bytes that are pseudorandom and
/// differ between labels, so that counters of two labels meet in a run with less than 2^-40.
final class LabelPad {
    private final BulkAes aes;
    private final long[] counters;
    private final long[] pad;

    LabelPad(byte[] key, int length) {
        aes = new BulkAes(key);
        counters = new long[length / Long.BYTES];
        pad = new long[length / Long.BYTES];
    }

    /// Adds the stream of a tag to its label, which encrypts or decrypts it.
    void apply(long tagHigh, long tagLow, byte[] label) {
        for (int block = 0; block < counters.length / 2; block++) {
            counters[2 * block] = tagHigh;
            counters[2 * block + 1] = tagLow + block;
        }
        aes.permute(counters, 0, pad, 0, counters.length / 2);
        var bytes = ByteBuffer.wrap(label);
        for (int i = 0; i < pad.length; i++) {
            bytes.putLong(Long.BYTES * i, bytes.getLong(Long.BYTES * i) ^ pad[i]);
        }
    }
}
