package io.databourse.quota;

import io.databourse.ledger.LedgerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Says in time that a quota runs out or ends, and takes away what has ended. Every pass does what
/// is due; a missed one is made up for by the next.
@ApplicationScoped
@Transactional
public class QuotaWatch {
    private static final List<Integer> WARNED_DAYS = List.of(1, 7, 30);
    private static final List<Integer> MARKS = List.of(100, 80, 50);
    private static final int AT_ONCE = 500;

    private final QuotaStore store;
    private final LedgerService ledger;
    private final Event<QuotaEvent> events;
    private final Clock clock;

    @Inject
    QuotaWatch(QuotaStore store, LedgerService ledger, Event<QuotaEvent> events, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    public void pass() {
        Instant now = clock.instant();
        store.endingBefore(now, AT_ONCE).forEach(pack -> expire(pack, now));
        int longest = WARNED_DAYS.getLast();
        store.endingBefore(now.plus(Duration.ofDays(longest)), AT_ONCE)
                .forEach(pack -> warn(pack, now));
        store.consumedOfAll().forEach(quota -> alert(quota, now));
    }

    /// Not while units of it are leased or held: they may yet be consumed, or come back.
    private void expire(Pack pack, Instant now) {
        boolean leased =
                store.openLeases(pack.contractId()).stream()
                        .anyMatch(lease -> lease.packId().equals(pack.id()));
        var balance = ledger.balance(RunsLedger.unused(pack));
        if (leased || balance.held() > 0) {
            return;
        }
        store.expire(pack);
        if (balance.posted() > 0) {
            ledger.postNow(
                    RunsLedger.move(
                            "quota-expiry:" + pack.id(),
                            RunsLedger.unused(pack),
                            RunsLedger.expired(pack.contractId()),
                            balance.posted(),
                            "expiry",
                            pack.contractId()));
        }
        events.fire(new QuotaEvent.Expired(pack.contractId(), pack.id(), balance.posted(), now));
    }

    private void warn(Pack pack, Instant now) {
        long unused = ledger.balance(RunsLedger.unused(pack)).posted();
        if (unused == 0) {
            return;
        }
        Duration left = Duration.between(now, pack.validUntil().orElseThrow());
        WARNED_DAYS.stream()
                .filter(days -> left.compareTo(Duration.ofDays(days)) <= 0)
                .findFirst()
                .filter(days -> store.note(pack.contractId(), pack.id() + "/" + days, now))
                .ifPresent(days ->
                        events.fire(
                                new QuotaEvent.ExpiresSoon(
                                        pack.contractId(), pack.id(), days, unused, now)));
    }

    private void alert(Quota quota, Instant now) {
        MARKS.stream()
                .filter(mark -> quota.consumed() * 100 >= quota.granted() * mark)
                .findFirst()
                .filter(mark ->
                        store.note(
                                quota.contractId(),
                                "%d%% of %d".formatted(mark, quota.granted()),
                                now))
                .ifPresent(
                        mark -> events.fire(new QuotaEvent.Reached(quota.contractId(), mark, now)));
    }
}
