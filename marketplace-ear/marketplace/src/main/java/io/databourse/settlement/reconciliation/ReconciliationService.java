package io.databourse.settlement.reconciliation;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.metering.MeterSettings;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.payout.PayoutEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Compares the books of a day, and opens a ticket for each thing that they do not agree about.
@ApplicationScoped
@Transactional
public class ReconciliationService {
    private final DayBooks books;
    private final DayResults results;
    private final Invariants invariants;
    private final JpaInvariants checked;
    private final JpaTickets tickets;
    private final OpenTickets opening;
    private final JpaDaysDue due;
    private final Event<ReconciliationEvent> events;
    private final Clock clock;

    @Inject
    ReconciliationService(
            DayBooks books,
            DayResults results,
            Invariants invariants,
            JpaInvariants checked,
            JpaTickets tickets,
            OpenTickets opening,
            JpaDaysDue due,
            Event<ReconciliationEvent> events,
            Clock clock) {
        this.books = books;
        this.results = results;
        this.invariants = invariants;
        this.checked = checked;
        this.tickets = tickets;
        this.opening = opening;
        this.due = due;
        this.events = events;
        this.clock = clock;
    }

    /// The days that have to be compared, oldest first: yesterday; earlier ones that were not yet,
    /// or of which calls or a gateway's count have come in since; and the one of which no call is
    /// taken any more.
    public List<LocalDate> due(Caller caller) {
        caller.require(Role.OPERATOR);
        Instant now = clock.instant();
        return due.days(today(now).minusDays(1), lastOver(now));
    }

    /// Compares one day, each question in a transaction of its own. If one cannot be asked, what
    /// the others found has its tickets, and the day stays due.
    ///
    /// @param date yesterday if empty
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Reconciliation reconcile(Caller caller, Optional<LocalDate> date) {
        caller.require(Role.OPERATOR);
        Instant now = clock.instant();
        LocalDate day = date.orElseGet(() -> today(now).minusDays(1));
        DayBooks.Compared compared = books.compare(day, !day.isAfter(lastOver(now)));
        if (compared.failure().isPresent()) {
            opening.open(day, compared.differences(), now);
            throw compared.failure().get();
        }
        return results.keep(day, books.counts(day), compared.differences(), now);
    }

    /// Checks all rules that must always hold, each in a transaction of its own.
    ///
    /// @return a ticket for each that does not, unless there is one
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public List<Ticket> check(Caller caller) {
        caller.require(Role.OPERATOR);
        Instant now = clock.instant();
        return opening.open(today(now), invariants.broken(), now);
    }

    /// The rules that must always hold, and what their last check found.
    public List<Invariant> invariants(Caller caller) {
        caller.require(Role.OPERATOR, Role.REGULATOR);
        return checked.all();
    }

    /// The days that were compared, newest comparison first.
    public Page<Reconciliation> list(Caller caller, PageRequest page) {
        caller.require(Role.OPERATOR, Role.REGULATOR);
        return Page.cut(tickets.reconciliations(page), page, Reconciliation::id);
    }

    /// Newest first.
    public Page<Ticket> tickets(Caller caller, Optional<TicketState> state, PageRequest page) {
        caller.require(Role.OPERATOR, Role.REGULATOR);
        return Page.cut(tickets.list(state, page), page, ticket -> ticket.id().value());
    }

    /// Says what a difference was. If it is there still, the next comparison opens a new ticket.
    public Ticket resolve(Caller caller, TicketId id, String resolution) {
        caller.require(Role.OPERATOR);
        if (resolution.isBlank()) {
            throw Refusal.invalid(
                    List.of(new FieldError("/resolution", "is missing", "what it was")));
        }
        Ticket known =
                tickets.find(id)
                        .orElseThrow(() ->
                                Refusal.of(ErrorCode.NOT_FOUND, "There is no ticket %s.", id));
        Instant now = clock.instant();
        Ticket resolved =
                tickets.resolve(id, resolution.strip(), now)
                        .orElseThrow(() ->
                                Refusal.of(
                                        ErrorCode.STATE_CONFLICT, "%s is %s.", id, known.state()));
        events.fire(
                new ReconciliationEvent.Resolved(
                        id, known.kind(), known.subject(), resolution.strip(), now));
        return resolved;
    }

    void whenPaid(@Observes PayoutEvent event) {
        switch (event) {
            case PayoutEvent.Contradicted e ->
                    tickets.open(
                            today(e.at()),
                            new Difference(
                                    TicketKind.BANK_CONTRADICTS,
                                    e.id().value(),
                                    "booked as " + e.state() + ", and the bank says " + e.said()),
                            e.at());
            case PayoutEvent.Settled _, PayoutEvent.Changed _ -> {}
        }
    }

    /// The last day of which no call is taken any more.
    private static LocalDate lastOver(Instant now) {
        return today(now.minus(MeterSettings.current().window())).minusDays(1);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, SettlementService.ZONE);
    }
}
