package io.databourse.quota;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Units that a call has set aside, in memory: to be consumed, in whole or in part, or released,
/// once, and before its time is over.
public final class Hold {
    private final LeaseCell cell;
    private final long units;
    private final long deadlineNanos;
    private final AtomicBoolean ended = new AtomicBoolean();

    Hold(LeaseCell cell, long units, long deadlineNanos) {
        this.cell = cell;
        this.units = units;
        this.deadlineNanos = deadlineNanos;
    }

    public long units() {
        return units;
    }

    /// Ends the hold: so many units are used, the others are free again. What is used is still to
    /// be written; [LeaseUse#leaseId] says against which lease.
    ///
    /// @return empty if the hold has ended already, as it does when its time is over
    public Optional<LeaseUse> consume(long used) {
        if (used < 0 || used > units) {
            throw new IllegalArgumentException(used + " of " + units + " held units");
        }
        if (!ended.compareAndSet(false, true)) {
            return Optional.empty();
        }
        cell.free(units - used);
        Lease lease = cell.lease();
        return Optional.of(new LeaseUse(lease.id(), lease.contractId(), lease.epoch(), used));
    }

    /// To be called when what was consumed is written, or given up.
    ///
    /// @param back units that were given up: free again
    public void written(long back) {
        cell.free(back);
        cell.end();
    }

    /// All units are free again. Doing it again, or after consuming, changes nothing.
    public void release() {
        if (ended.compareAndSet(false, true)) {
            cell.free(units);
            cell.end();
        }
    }

    /// @return whether the hold has ended
    boolean releaseAfter(long nowNanos) {
        if (nowNanos - deadlineNanos >= 0) {
            release();
        }
        return ended.get();
    }
}
