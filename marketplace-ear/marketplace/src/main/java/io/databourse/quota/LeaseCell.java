package io.databourse.quota;

import java.util.concurrent.atomic.AtomicLong;

/// A lease in memory: how many of its units nobody has taken. No lock: a take is one compare and
/// set.
final class LeaseCell {
    /// Far enough below zero that what is still given back does not make it positive.
    private static final long SHUT = Long.MIN_VALUE / 2;

    private volatile Lease lease;
    private final AtomicLong free;
    private final AtomicLong outstanding = new AtomicLong();
    private volatile long goodUntilNanos;
    private volatile long usedAtNanos;

    LeaseCell(Lease lease, long goodUntilNanos) {
        this.lease = lease;
        this.free = new AtomicLong(lease.units() - lease.consumed());
        this.goodUntilNanos = goodUntilNanos;
        this.usedAtNanos = goodUntilNanos;
    }

    Lease lease() {
        return lease;
    }

    boolean take(long units, long nowNanos) {
        if (!isGoodAt(nowNanos)) {
            return false;
        }
        outstanding.incrementAndGet();
        long left = free.get();
        while (left >= units) {
            if (free.compareAndSet(left, left - units)) {
                usedAtNanos = nowNanos;
                return true;
            }
            left = free.get();
        }
        outstanding.decrementAndGet();
        return false;
    }

    /// How many units nobody has taken.
    long free() {
        return free.get();
    }

    void free(long units) {
        if (units != 0) {
            free.addAndGet(units);
        }
    }

    void end() {
        outstanding.decrementAndGet();
    }

    /// The same lease, with more units.
    void grow(Lease larger, long goodUntil) {
        long units = larger.units() - lease.units();
        lease = larger;
        goodUntilNanos = goodUntil;
        free.addAndGet(units);
    }

    boolean isGoodAt(long nanos) {
        return nanos - goodUntilNanos < 0;
    }

    void goodUntil(long nanos) {
        goodUntilNanos = nanos;
    }

    boolean isIdleSince(long nanos) {
        return usedAtNanos - nanos < 0;
    }

    /// Nobody can take from it any more.
    void shut() {
        free.addAndGet(SHUT);
    }

    /// Shut, and all that was taken is written or given back.
    boolean isOver() {
        return free.get() < 0 && outstanding.get() == 0;
    }
}
