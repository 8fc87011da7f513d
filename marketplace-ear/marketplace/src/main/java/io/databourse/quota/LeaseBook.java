package io.databourse.quota;

import io.databourse.contract.ContractId;
import io.databourse.crypto.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The leases of this instance: decides in memory whether a call may go ahead. Over-selling is
/// impossible, since what is sold was taken from the pack before; a contract that is frozen, or a
/// database that is silent, stops all selling within [#TRUST].
@ApplicationScoped
public class LeaseBook {
    /// How long a lease is trusted after the database was last asked about it.
    static final Duration TRUST = Duration.ofMillis(900);

    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration HOLD = Duration.ofMinutes(1);

    private final QuotaLeases leases;
    private final Clock clock;
    private final String holder = Ids.next("ins_");
    private final Map<ContractId, LeaseSlot> slots = new ConcurrentHashMap<>();
    private final Set<Hold> holds = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<LeaseCell> retired = new ConcurrentLinkedQueue<>();

    @Inject
    LeaseBook(QuotaLeases leases, Clock clock) {
        this.leases = leases;
        this.clock = clock;
    }

    /// Sets units aside for a call, for a minute at most.
    public Hold hold(ContractId contract, long units) {
        if (units < 1) {
            throw new IllegalArgumentException("a hold is of at least one unit: " + units);
        }
        long now = System.nanoTime();
        Hold hold = slot(contract).hold(units, now, now + HOLD.toNanos());
        holds.add(hold);
        return hold;
    }

    /// To be called when a hold is over, so that it is no longer watched.
    public void forget(Hold hold) {
        holds.remove(hold);
    }

    /// Asks the database what has become of the leases, and for more where they run low; to be
    /// called a few times a second.
    public void beat() {
        long now = System.nanoTime();
        holds.removeIf(hold -> hold.releaseAfter(now));
        List<LeaseSlot> mine = List.copyOf(slots.values());
        List<Lease> open = new ArrayList<>();
        mine.forEach(slot -> slot.cell().map(LeaseCell::lease).ifPresent(open::add));
        retired.forEach(cell -> open.add(cell.lease()));
        if (!open.isEmpty()) {
            QuotaLeases.Renewal renewal = leases.renew(open);
            mine.forEach(slot -> slot.learn(renewal, now));
        }
        mine.forEach(slot -> slot.retireIfIdle(now - IDLE.toNanos()));
        mine.forEach(LeaseSlot::topUp);
        closeRetired();
    }

    /// Gives everything back, before the instance stops.
    public void closeAll() {
        slots.values().forEach(LeaseSlot::retire);
        closeRetired();
    }

    private void closeRetired() {
        for (LeaseCell cell : retired) {
            if (cell.isOver() && retired.remove(cell)) {
                leases.close(cell.lease().id());
            }
        }
    }

    private LeaseSlot slot(ContractId contract) {
        return slots.computeIfAbsent(
                contract, id -> new LeaseSlot(id, holder, leases, clock, retired::add));
    }
}
