package io.databourse.mpc.vole;

import java.util.Arrays;

/// Multiplication by one fixed element of GF(2^128), by tables of its multiples by each byte at
/// each place (64 KiB).
///
/// The field is GF(2)[x] modulo x^128 + x^7 + x^2 + x + 1. An element is a block of two `long`s;
/// the coefficient of x^i is bit i, counted from the lowest bit of the first `long`. (GCM, NIST SP
/// 800-38D, has the same polynomial with the bits of each byte the other way round.)
public final class Gf128 {
    /// x^7 + x^2 + x + 1
    private static final long REDUCTION = 0x87;

    private static final int BYTES = 16;
    private static final int ENTRIES = 256;

    private final long[] multiples = new long[2 * BYTES * ENTRIES];

    public Gf128(long low, long high) {
        long powerLow = low;
        long powerHigh = high;
        for (int bit = 0; bit < 8 * BYTES; bit++) {
            int table = bit / 8 * ENTRIES;
            int power = 1 << bit % 8;
            for (int entry = power; entry < 2 * power; entry++) {
                int to = 2 * (table + entry);
                int rest = 2 * (table + entry - power);
                multiples[to] = multiples[rest] ^ powerLow;
                multiples[to + 1] = multiples[rest + 1] ^ powerHigh;
            }
            long carry = powerHigh >>> 63;
            powerHigh = powerHigh << 1 | powerLow >>> 63;
            powerLow = timesX(powerLow, carry);
        }
    }

    private static long timesX(long low, long carry) {
        return low << 1 ^ carry * REDUCTION;
    }

    /// Writes the multiples of one element by x^0 to x^127.
    static long[] powers(long low, long high) {
        var powers = new long[2 * 8 * BYTES];
        powers[0] = low;
        powers[1] = high;
        for (int i = 2; i < powers.length; i += 2) {
            powers[i] = timesX(powers[i - 2], powers[i - 1] >>> 63);
            powers[i + 1] = powers[i - 1] << 1 | powers[i - 2] >>> 63;
        }
        return powers;
    }

    /// Overwrites the element and its multiples.
    public void clear() {
        Arrays.fill(multiples, 0);
    }

    /// Adds the products of the fixed element and each factor to the sums.
    public void multiplyAdd(long[] factors, int from, long[] sums, int to, int blocks) {
        for (int i = 0; i < blocks; i++) {
            long low = factors[2 * (from + i)];
            long high = factors[2 * (from + i) + 1];
            long sumLow = sums[2 * (to + i)];
            long sumHigh = sums[2 * (to + i) + 1];
            for (int place = 0; place < 8; place++) {
                int a = 2 * (place * ENTRIES + (int) (low & 0xff));
                int b = 2 * ((place + 8) * ENTRIES + (int) (high & 0xff));
                sumLow ^= multiples[a] ^ multiples[b];
                sumHigh ^= multiples[a + 1] ^ multiples[b + 1];
                low >>>= 8;
                high >>>= 8;
            }
            sums[2 * (to + i)] = sumLow;
            sums[2 * (to + i) + 1] = sumHigh;
        }
    }
}
