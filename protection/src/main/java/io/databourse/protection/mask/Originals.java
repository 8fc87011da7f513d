package io.databourse.protection.mask;

import io.databourse.protection.table.HashSet64;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;

/// The original identifiers, as fingerprints of Karp and Rabin (*Efficient Randomized
/// Pattern-Matching Algorithms*, 1987) modulo 2⁶¹ − 1 with a random base: 8 to 32 bytes each, and
/// every part of a text is looked up in one step. A chance hit would only make a mask try again.
final class Originals {
    private static final long PRIME = (1L << 61) - 1;

    /// Shorter ones, such as 7, are part of many a text; they are looked for as whole cells.
    private static final int SHORT = 6;

    private final long base = 1_000_000 + new SecureRandom().nextLong(PRIME - 2_000_000);
    private final Map<Integer, HashSet64> byLength = new TreeMap<>();

    void add(String identifier) {
        if (!identifier.isEmpty()) {
            byLength.computeIfAbsent(identifier.length(), _ -> new HashSet64())
                    .add(hash(identifier, identifier.length()));
        }
    }

    /// Whether an identifier occurs in the cell.
    boolean occurIn(String cell) {
        for (Map.Entry<Integer, HashSet64> entry : byLength.entrySet()) {
            int length = entry.getKey();
            if (length > cell.length()) {
                return false;
            }
            if ((length >= SHORT || length == cell.length())
                    && occurIn(cell, length, entry.getValue())) {
                return true;
            }
        }
        return false;
    }

    private boolean occurIn(String cell, int length, HashSet64 identifiers) {
        long hash = hash(cell, length);
        if (identifiers.contains(hash)) {
            return true;
        }
        long highest = 1;
        for (int i = 1; i < length; i++) {
            highest = times(highest, base);
        }
        for (int i = length; i < cell.length(); i++) {
            long gone = times(cell.charAt(i - length), highest);
            hash = plus(times(plus(hash, PRIME - gone), base), cell.charAt(i));
            if (identifiers.contains(hash)) {
                return true;
            }
        }
        return false;
    }

    private long hash(String text, int length) {
        long hash = 0;
        for (int i = 0; i < length; i++) {
            hash = plus(times(hash, base), text.charAt(i));
        }
        return hash;
    }

    private static long plus(long a, long b) {
        long sum = a + b;
        return sum >= PRIME ? sum - PRIME : sum;
    }

    private static long times(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return plus(low & PRIME, (high << 3) | (low >>> 61));
    }
}
