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

/// Says in time that a quota runs out or ends. Every pass says what is due; a missed one is made up
/// for by the next. See [PackEnds] for what happens at the end.
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
        int longest = WARNED_DAYS.getLast();
        store.endingBefore(now.plus(Duration.ofDays(longest)), AT_ONCE)
                .forEach(pack -> warn(pack, now));
        store.consumedOfAll().forEach(quota -> alert(quota, now));
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
