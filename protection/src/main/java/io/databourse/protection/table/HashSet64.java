package io.databourse.protection.table;

import java.util.Arrays;

/// A set of 64-bit fingerprints, 8 to 32 bytes each, by open addressing with linear probes.
public final class HashSet64 {
    private long[] slots = new long[1 << 10];
    private int size;

    /// @return whether it was not there before
    public boolean add(long hash) {
        if (2L * size >= slots.length) {
            grow();
        }
        long value = value(hash);
        int slot = slot(value);
        if (slots[slot] == value) {
            return false;
        }
        slots[slot] = value;
        size++;
        return true;
    }

    public boolean contains(long hash) {
        long value = value(hash);
        return slots[slot(value)] == value;
    }

    public int size() {
        return size;
    }

    /// Zero marks an empty slot.
    private static long value(long hash) {
        return hash == 0 ? 1 : hash;
    }

    private int slot(long value) {
        int mask = slots.length - 1;
        int slot = (int) (value ^ (value >>> 32)) & mask;
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        Arrays.stream(old).filter(value -> value != 0).forEach(value -> slots[slot(value)] = value);
    }
}
