package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// The life of statements: the books of a month are cut for everybody at once, which drafts its
/// statements; operators approve and close them. What comes late is a line of a later month.
@ApplicationScoped
@Transactional
public class StatementService {
    private final JpaStatements store;
    private final JpaBooks books;
    private final JpaApprovals approvals;
    private final MerchantService merchants;
    private final Event<StatementEvent> events;
    private final Clock clock;

    @Inject
    StatementService(
            JpaStatements store,
            JpaBooks books,
            JpaApprovals approvals,
            MerchantService merchants,
            Event<StatementEvent> events,
            Clock clock) {
        this.store = store;
        this.books = books;
        this.approvals = approvals;
        this.merchants = merchants;
        this.events = events;
        this.clock = clock;
    }

    /// Cuts the books of a month, and of the months before it that have charges and are not cut.
    public List<BooksCut> cut(Caller caller, YearMonth period) {
        caller.require(Role.OPERATOR);
        Instant now = clock.instant();
        Instant earliest =
                period.plusMonths(1)
                        .atDay(1)
                        .plus(SettlementSettings.current().lateWindow())
                        .atStartOfDay(SettlementService.ZONE)
                        .toInstant();
        if (now.isBefore(earliest)) {
            throw Refusal.of(
                    ErrorCode.NOT_READY,
                    "The books of %s take in late charges until %s.",
                    period,
                    earliest);
        }
        if (books.close().filter(cut -> !period.isAfter(cut)).isPresent()) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "The books of %s are cut.", period);
        }
        return books.uncutThrough(period).stream().map(month -> draft(month, now)).toList();
    }

    private BooksCut draft(YearMonth month, Instant now) {
        int statements = store.draft(month, SettlementSettings.current().fourEyesAbove(), now);
        events.fire(new StatementEvent.BooksCut(month, statements, now));
        return new BooksCut(month, statements);
    }

    /// One's own, newest first; everybody's for operator and regulator.
    public Page<StatementHead> list(Caller caller, Optional<YearMonth> period, PageRequest page) {
        Optional<MerchantId> party =
                caller.has(Role.OPERATOR, Role.REGULATOR)
                        ? Optional.empty()
                        : Optional.of(merchants.requireActiveOrganisation(caller).id());
        return Page.cut(store.list(party, period, page), page, head -> head.id().value());
    }

    public StatementHead find(Caller caller, StatementId id) {
        return store.find(id).filter(head -> mayRead(caller, head)).orElseThrow(() -> notFound(id));
    }

    /// Approves a draft; one that moves much stays a draft until a second operator approves it.
    public StatementHead approve(Caller caller, StatementId id) {
        caller.require(Role.OPERATOR);
        StatementHead head = lock(id, StatementState.DRAFT);
        int count = approvals.approve(caller, id.value(), head.linesHash());
        if (count >= head.approvalsNeeded()) {
            store.approved(id, clock.instant());
        }
        return store.find(id).orElseThrow();
    }

    /// Closes an approved statement for ever.
    public StatementHead close(Caller caller, StatementId id) {
        caller.require(Role.OPERATOR);
        StatementHead head = lock(id, StatementState.APPROVED);
        Instant now = clock.instant();
        store.closed(id, now);
        events.fire(
                new StatementEvent.Closed(id, head.party(), head.period(), head.linesHash(), now));
        return store.find(id).orElseThrow();
    }

    /// Approves all drafts of a month that the caller has not approved.
    ///
    /// @return how many are approved by that; the others need a second operator
    public int approveAll(Caller caller, YearMonth period) {
        caller.require(Role.OPERATOR);
        int approved = 0;
        for (StatementId id : store.inState(period, StatementState.DRAFT)) {
            if (store.hasNotDecided(caller.username(), id)
                    && approve(caller, id).state() == StatementState.APPROVED) {
                approved++;
            }
        }
        return approved;
    }

    /// Closes all approved statements of a month.
    ///
    /// @return how many
    public int closeAll(Caller caller, YearMonth period) {
        caller.require(Role.OPERATOR);
        List<StatementId> approved = store.inState(period, StatementState.APPROVED);
        approved.forEach(id -> close(caller, id));
        return approved.size();
    }

    private StatementHead lock(StatementId id, StatementState expected) {
        StatementHead head = store.lock(id).orElseThrow(() -> notFound(id));
        if (head.state() != expected) {
            throw Refusal.of(
                    ErrorCode.STATE_CONFLICT, "%s is %s, not %s.", id, head.state(), expected);
        }
        return head;
    }

    private boolean mayRead(Caller caller, StatementHead head) {
        return caller.has(Role.OPERATOR, Role.REGULATOR)
                || merchants
                        .organisationOf(caller)
                        .filter(own -> own.id().value().equals(head.party()))
                        .isPresent();
    }

    private static Refusal notFound(StatementId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no statement %s.", id);
    }
}
