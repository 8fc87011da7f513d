package io.databourse.mpc.vole;

import io.databourse.mpc.aes.BulkAes;

/// Compresses a noise vector of length 2k to a pseudorandom one of length k, by a systematic
/// expand-convolute code (ePrint 2023/882) in the form of libOTe's `ExConv7x24`: the second half is
/// convolved twice, then each position of the first half gets seven positions of it added.
///
/// A convolution is `y_j = x_j + Σ_{d=1..24} a_{j,d} y_{j-d} + y_{j-25}` with random bits a; after
/// the end the last positions go on into the first ones. Of the seven positions, four are each
/// random in a quarter of the vector and three are random in all of it.
///
/// The matrix is public and the same for all vectors under one seed, so encoding is linear: that is
/// all that the correlation needs.
final class ExpandConvoluteCode {
    private static final int SLICE = 1024;
    private static final int BAND = 25;
    private static final int REGULAR = 4;

    private static final long FIRST = 0x636f6e7631L;
    private static final long SECOND = 0x636f6e7632L;
    private static final long EXPAND = 0x657870L;

    /// Sums of the 16 subsets of four positions, for the last eight groups of four.
    private static final int GROUP = 2 * 16;

    private static final int RING = 8 * GROUP - 1;

    private final int length;
    private final BulkAes aes;
    private final long[] bits = new long[2 * SLICE];

    /// A code.
    ///
    /// @param length k, a multiple of 4
    ExpandConvoluteCode(byte[] seed, int length) {
        if (length % 4 != 0 || length < 2 * BAND) {
            throw new IllegalArgumentException("not a length of a code: " + length);
        }
        this.length = length;
        this.aes = new BulkAes(seed);
    }

    /// Encodes in place: the first k blocks are the result, the others are without meaning.
    void encode(long[] noise) {
        convolute(noise, FIRST);
        convolute(noise, SECOND);
        expand(noise);
    }

    /// Four bytes of random bits for each position, in groups of four positions, which share sums:
    /// a look-up of the sum of the subset that the bits name replaces four additions.
    private void convolute(long[] x, long domain) {
        var ring = new long[8 * GROUP];
        int perSlice = 4 * SLICE;
        for (int start = 0; start < length; start += perSlice) {
            int now = Math.min(perSlice, length - start);
            aes.stream(domain, start / 4, bits, 0, (now + 3) / 4);
            for (int i = 0; i < now; i += 4) {
                group(x, start + i, bits[i / 2], bits[i / 2 + 1], ring);
            }
        }
        wrap(x, domain);
    }

    private void group(long[] x, int first, long bitsLow, long bitsHigh, long[] ring) {
        int slot = first / 4 * GROUP;
        position(x, first, 0, (int) bitsLow, slot, ring);
        position(x, first, 1, (int) (bitsLow >>> 32), slot, ring);
        position(x, first, 2, (int) bitsHigh, slot, ring);
        position(x, first, 3, (int) (bitsHigh >>> 32), slot, ring);
    }

    /// One position: five groups before count whole; of the sixth, the positions that are still in
    /// the band; the position's own group as far as it has been computed.
    private void position(long[] x, int first, int place, int word, int slot, long[] ring) {
        int at = 2 * (length + first + place);
        int mixed = (word >>> 20) & 15;
        int old = mixed & (15 << place);
        int own = mixed & ((1 << place) - 1);
        int a = sum(slot - GROUP, word);
        int b = sum(slot - 2 * GROUP, word >>> 4);
        int c = sum(slot - 3 * GROUP, word >>> 8);
        int d = sum(slot - 4 * GROUP, word >>> 12);
        int e = sum(slot - 5 * GROUP, word >>> 16);
        int f = sum(slot - 6 * GROUP, old);
        int g = sum(slot, own);
        long low = x[at] ^ ring[a] ^ ring[b] ^ ring[c] ^ ring[d] ^ ring[e] ^ ring[f] ^ ring[g];
        long high =
                x[at + 1]
                        ^ ring[a + 1]
                        ^ ring[b + 1]
                        ^ ring[c + 1]
                        ^ ring[d + 1]
                        ^ ring[e + 1]
                        ^ ring[f + 1]
                        ^ ring[g + 1];
        if (first + place >= BAND) {
            low ^= x[at - 2 * BAND];
            high ^= x[at - 2 * BAND + 1];
        }
        x[at] = low;
        x[at + 1] = high;
        int table = slot & RING;
        int half = 1 << place;
        for (int i = 0; i < half; i++) {
            ring[table + 2 * (half + i)] = ring[table + 2 * i] ^ low;
            ring[table + 2 * (half + i) + 1] = ring[table + 2 * i + 1] ^ high;
        }
    }

    /// Where the sum of a subset of a group is.
    private static int sum(int slot, int subset) {
        return (slot & RING) + 2 * (subset & 15);
    }

    private void wrap(long[] x, long domain) {
        aes.stream(domain, -1L << 32, bits, 0, BAND);
        for (int target = 0; target < BAND; target++) {
            int to = 2 * (length + target);
            for (int distance = target + 1; distance <= BAND; distance++) {
                if (distance == BAND || ((bits[2 * target] >>> distance) & 1) != 0) {
                    int from = 2 * (2 * length + target - distance);
                    x[to] ^= x[from];
                    x[to + 1] ^= x[from + 1];
                }
            }
        }
    }

    /// Eight words of 32 bits for each position, of which seven are used.
    private void expand(long[] x) {
        int quarter = length / REGULAR;
        int perSlice = SLICE / 2;
        for (int start = 0; start < length; start += perSlice) {
            int now = Math.min(perSlice, length - start);
            aes.stream(EXPAND, 2L * start, bits, 0, 2 * now);
            for (int i = 0; i < now; i++) {
                expand(x, start + i, 4 * i, quarter);
            }
        }
    }

    private void expand(long[] x, int position, int word, int quarter) {
        int a = 2 * (length + below(bits[word], quarter));
        int b = 2 * (length + quarter + below(bits[word] >>> 32, quarter));
        int c = 2 * (length + 2 * quarter + below(bits[word + 1], quarter));
        int d = 2 * (length + 3 * quarter + below(bits[word + 1] >>> 32, quarter));
        int e = 2 * (length + below(bits[word + 2], length));
        int f = 2 * (length + below(bits[word + 2] >>> 32, length));
        int g = 2 * (length + below(bits[word + 3], length));
        int to = 2 * position;
        x[to] ^= x[a] ^ x[b] ^ x[c] ^ x[d] ^ x[e] ^ x[f] ^ x[g];
        x[to + 1] ^= x[a + 1] ^ x[b + 1] ^ x[c + 1] ^ x[d + 1] ^ x[e + 1] ^ x[f + 1] ^ x[g + 1];
    }

    private static int below(long word, int bound) {
        return (int) (((word & 0xffff_ffffL) * bound) >>> 32);
    }
}
