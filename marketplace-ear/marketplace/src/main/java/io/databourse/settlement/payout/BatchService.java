package io.databourse.settlement.payout;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.money.CurrencyCode;
import io.databourse.settlement.PartyMoney;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.SettlementSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Settlement runs: on a working day, what was earned T+n working days before is netted for each
/// party and ordered to be paid. Run again, a batch is what it was.
@ApplicationScoped
@Transactional
public class BatchService {
    private final JpaBatches store;
    private final BatchRun run;
    private final PartyMoney money;
    private final Event<PayoutEvent> events;
    private final Clock clock;

    @Inject
    BatchService(
            JpaBatches store,
            BatchRun run,
            PartyMoney money,
            Event<PayoutEvent> events,
            Clock clock) {
        this.store = store;
        this.run = run;
        this.money = money;
        this.events = events;
        this.clock = clock;
    }

    /// Makes the batch of a day, or answers the one that was made.
    ///
    /// @param date today if empty
    public SettlementBatch settle(Caller caller, Optional<LocalDate> date) {
        caller.require(Role.OPERATOR);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, SettlementService.ZONE);
        LocalDate day = date.orElse(today);
        BatchId id = BatchId.of(day, CurrencyCode.CNY);
        money.lockAll();
        Optional<SettlementBatch> made = store.find(id);
        if (made.isPresent()) {
            return made.get();
        }
        LocalDate cutoff = cutoff(day, today);
        SettlementBatch batch = run.make(id, day, cutoff, now);
        events.fire(new PayoutEvent.Settled(batch, now));
        return batch;
    }

    /// As [#settle], if today is a working day.
    public Optional<SettlementBatch> settleToday(Caller caller) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SettlementService.ZONE);
        return WorkingCalendar.load().isWorkingDay(today)
                ? Optional.of(settle(caller, Optional.of(today)))
                : Optional.empty();
    }

    private LocalDate cutoff(LocalDate day, LocalDate today) {
        WorkingCalendar calendar = WorkingCalendar.load();
        if (!calendar.isWorkingDay(day)) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "%s is no working day.", day);
        }
        if (day.isAfter(today)) {
            throw Refusal.of(ErrorCode.NOT_READY, "%s has not come yet.", day);
        }
        Optional<LocalDate> newest = store.newestDate();
        if (newest.filter(day::isBefore).isPresent()) {
            throw Refusal.of(
                    ErrorCode.STATE_CONFLICT,
                    "What was due on %s went with the batch of %s or a later one.",
                    day,
                    newest.get());
        }
        return calendar.cutoff(day, SettlementSettings.current().payoutDays());
    }

    public SettlementBatch find(Caller caller, BatchId id) {
        caller.require(Role.OPERATOR, Role.REGULATOR);
        return store.find(id).orElseThrow(() -> notFound(id));
    }

    public Page<SettlementBatch> list(Caller caller, PageRequest page) {
        caller.require(Role.OPERATOR, Role.REGULATOR);
        return Page.cut(store.list(page), page, batch -> batch.id().value());
    }

    /// All parties of the batch, by their ids.
    public List<BatchItem> items(Caller caller, BatchId id) {
        return store.items(find(caller, id).id());
    }

    /// The file of the batch, byte for byte as it was made.
    public byte[] export(Caller caller, BatchId id) {
        return store.export(find(caller, id).id()).orElseThrow(() -> notFound(id));
    }

    private static Refusal notFound(BatchId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no batch %s.", id);
    }
}
