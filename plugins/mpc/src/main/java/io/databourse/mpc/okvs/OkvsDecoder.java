package io.databourse.mpc.okvs;

/// Computes the values of keys from a vector.
public final class OkvsDecoder {
    private static final int SLICE = 1024;

    private final RowHash hash;
    private final long[] vector;
    private final DenseTable dense;
    private final int[] columns = new int[3 * SLICE];
    private final long[] bits = new long[SLICE];

    /// A decoder of one vector.
    ///
    /// @param seed the one that the vector was encoded with
    public OkvsDecoder(byte[] seed, OkvsShape shape, long[] vector) {
        this.hash = new RowHash(seed, shape);
        this.vector = vector;
        this.dense = new DenseTable(vector, shape);
    }

    /// Writes the values of `count` keys; keys and values are blocks.
    public void decode(long[] keys, int count, long[] values) {
        for (int done = 0; done < count; done += SLICE) {
            int now = Math.min(SLICE, count - done);
            hash.rows(keys, done, now, columns, bits);
            for (int i = 0; i < now; i++) {
                int a = 2 * columns[3 * i];
                int b = 2 * columns[3 * i + 1];
                int c = 2 * columns[3 * i + 2];
                int to = 2 * (done + i);
                values[to] = vector[a] ^ vector[b] ^ vector[c];
                values[to + 1] = vector[a + 1] ^ vector[b + 1] ^ vector[c + 1];
                dense.add(bits[i], values, to);
            }
        }
    }
}
