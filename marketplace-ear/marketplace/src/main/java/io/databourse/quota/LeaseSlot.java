package io.databourse.quota;

import io.databourse.call.Refusal;
import io.databourse.contract.ContractId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What this instance has of one contract: a lease, or none.
final class LeaseSlot {
    /// What is leased is to last for so long.
    private static final double SUPPLY_SECONDS = 10;

    private static final long FIRST = 64;
    private static final long MOST = 1_000_000;

    /// Callers who come in thousands after the last unit was sold do not each ask the database.
    private static final long REFUSED_NANOS = Duration.ofMillis(50).toNanos();

    private final ContractId contract;
    private final String holder;
    private final QuotaLeases leases;
    private final Clock clock;
    private final Consumer<LeaseCell> retired;

    private volatile @Nullable LeaseCell cell;
    private volatile @Nullable Refusal refusal;
    private long refusedAtNanos;
    private long filledAtNanos;
    private long filledTo;
    private long want = FIRST;

    LeaseSlot(
            ContractId contract,
            String holder,
            QuotaLeases leases,
            Clock clock,
            Consumer<LeaseCell> retired) {
        this.contract = contract;
        this.holder = holder;
        this.leases = leases;
        this.clock = clock;
        this.retired = retired;
    }

    Hold hold(long units, long now, long deadline) {
        LeaseCell current = cell;
        if (current == null || !current.take(units, now)) {
            current = takeOrFill(units);
        }
        return new Hold(current, units, deadline);
    }

    private synchronized LeaseCell takeOrFill(long units) {
        long now = System.nanoTime();
        LeaseCell current = cell;
        if (current != null && current.take(units, now)) {
            return current;
        }
        Refusal last = refusal;
        if (last != null && now - refusedAtNanos < REFUSED_NANOS) {
            throw last;
        }
        refusal = null;
        if (current != null && !current.isGoodAt(now)) {
            learn(leases.renew(List.of(current.lease())), now);
            current = cell;
            if (current != null && current.take(units, now)) {
                return current;
            }
        }
        try {
            current = fill(units, now, current);
        } catch (Refusal none) {
            refusal = none;
            refusedAtNanos = System.nanoTime();
            throw none;
        }
        if (!current.take(units, now)) {
            throw QuotaService.exhausted(contract);
        }
        return current;
    }

    /// Leases more before callers would have to wait for it.
    synchronized void topUp() {
        LeaseCell current = cell;
        long now = System.nanoTime();
        if (current == null || !current.isGoodAt(now) || current.free() > want / 2) {
            return;
        }
        try {
            fill(1, now, current);
        } catch (Refusal none) {
            // Whoever asks for the last units is told.
            want = FIRST;
        }
    }

    private LeaseCell fill(long units, long now, @Nullable LeaseCell current) {
        long free = current == null ? 0 : Math.max(0, current.free());
        want = supply(now, free);
        Optional<Lease> open = Optional.ofNullable(current).map(LeaseCell::lease);
        Lease lease = leases.lease(contract, holder, units, Math.max(units, want - free), open);
        filledAtNanos = now;
        if (current != null && current.lease().id() == lease.id()) {
            current.grow(lease, goodUntil(lease.expiresAt(), now));
            filledTo = current.free();
            return current;
        }
        retire();
        LeaseCell next = new LeaseCell(lease, goodUntil(lease.expiresAt(), now));
        filledTo = next.free();
        cell = next;
        return next;
    }

    /// What is used in the time of a supply, at the rate since the last one.
    private long supply(long now, long free) {
        if (filledAtNanos == 0) {
            return FIRST;
        }
        double seconds = Math.max(0.001, (now - filledAtNanos) / 1e9);
        double next = (filledTo - free) / seconds * SUPPLY_SECONDS;
        // No wild swings, and always room to grow from.
        return Math.clamp((long) Math.min(next, want * 16.0), FIRST, MOST);
    }

    synchronized void learn(QuotaLeases.Renewal renewal, long asOfNanos) {
        LeaseCell current = cell;
        if (current == null) {
            return;
        }
        Lease lease = current.lease();
        if (renewal.asked().contains(lease.id())) {
            renewal.goodUntil(lease)
                    .ifPresentOrElse(
                            until -> current.goodUntil(goodUntil(until, asOfNanos)), this::retire);
        }
    }

    synchronized void retireIfIdle(long sinceNanos) {
        LeaseCell current = cell;
        if (current != null && current.isIdleSince(sinceNanos)) {
            retire();
        }
    }

    /// Nothing more is sold from the lease; it is closed when what was taken is settled.
    synchronized void retire() {
        LeaseCell current = cell;
        if (current != null) {
            cell = null;
            current.shut();
            retired.accept(current);
        }
    }

    Optional<LeaseCell> cell() {
        return Optional.ofNullable(cell);
    }

    /// As long as the word of the database counts, but not past the end of the lease.
    private long goodUntil(Instant expiresAt, long asOfNanos) {
        Duration left = Duration.between(clock.instant(), expiresAt);
        Duration trusted = left.compareTo(LeaseBook.TRUST) < 0 ? left : LeaseBook.TRUST;
        return asOfNanos + trusted.toNanos();
    }
}
