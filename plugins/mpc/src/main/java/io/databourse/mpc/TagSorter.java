package io.databourse.mpc;

import java.util.Arrays;

/// Sorts up to 2^20 tags in place of their numbers.
///
/// The first 43 bits of a tag and its number (20 bits) are packed into one `long`, and those are
/// sorted by radix in four passes of eleven bits. Tags are pseudorandom, so hardly two agree in 43
/// bits unless they are the same; the few that do are put right by insertion.
public final class TagSorter {
    static final int CAPACITY = 1 << 20;

    private static final int INDEX_BITS = 20;
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int PASSES = 4;

    private long[] packed;
    private long[] other;
    private final int[] counts = new int[DIGITS];

    public TagSorter(int capacity) {
        packed = new long[capacity];
        other = new long[capacity];
    }

    /// Sorts the tags with numbers below `count`; [#index] then tells the order.
    public void sort(long[] high, long[] low, int count) {
        for (int i = 0; i < count; i++) {
            packed[i] = ((high[i] >>> 21) << INDEX_BITS) | i;
        }
        for (int pass = 0; pass < PASSES; pass++) {
            pass(INDEX_BITS + pass * DIGIT_BITS, count);
        }
        settleTies(high, low, count);
    }

    /// The number of the tag at a place.
    public int index(int place) {
        return (int) packed[place] & (CAPACITY - 1);
    }

    private void pass(int shift, int count) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < count; i++) {
            counts[digit(packed[i], shift)]++;
        }
        int sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int here = counts[digit];
            counts[digit] = sum;
            sum += here;
        }
        for (int i = 0; i < count; i++) {
            long value = packed[i];
            other[counts[digit(value, shift)]++] = value;
        }
        var sorted = other;
        other = packed;
        packed = sorted;
    }

    private static int digit(long value, int shift) {
        return (int) (value >>> shift) & (DIGITS - 1);
    }

    private void settleTies(long[] high, long[] low, int count) {
        for (int i = 1; i < count; i++) {
            long value = packed[i];
            int place = i;
            while (place > 0
                    && packed[place - 1] >>> INDEX_BITS == value >>> INDEX_BITS
                    && isAfter(high, low, packed[place - 1], value)) {
                packed[place] = packed[place - 1];
                place--;
            }
            packed[place] = value;
        }
    }

    private static boolean isAfter(long[] high, long[] low, long first, long second) {
        int a = (int) first & (CAPACITY - 1);
        int b = (int) second & (CAPACITY - 1);
        int order = Long.compareUnsigned(high[a], high[b]);
        return order > 0 || (order == 0 && Long.compareUnsigned(low[a], low[b]) > 0);
    }
}
