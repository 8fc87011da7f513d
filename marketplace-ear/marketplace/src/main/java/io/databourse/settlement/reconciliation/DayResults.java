package io.databourse.settlement.reconciliation;

import io.databourse.crypto.Ids;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Keeps what a comparison has shown, with its tickets.
@ApplicationScoped
@Transactional
class DayResults {
    private final JpaTickets tickets;
    private final OpenTickets opening;
    private final Event<ReconciliationEvent> events;

    @Inject
    DayResults(JpaTickets tickets, OpenTickets opening, Event<ReconciliationEvent> events) {
        this.tickets = tickets;
        this.opening = opening;
        this.events = events;
    }

    Reconciliation keep(
            LocalDate day, JpaComparison.Counts counts, List<Difference> differences, Instant now) {
        Reconciliation result =
                new Reconciliation(
                        Ids.next("rec_"),
                        day,
                        counts.jobsDelivered(),
                        counts.runsMetered(),
                        counts.runsCharged(),
                        counts.callsReceived(),
                        counts.callsMetered(),
                        counts.callsCharged(),
                        Money.ofMinor(counts.grossCharged(), CurrencyCode.CNY),
                        Money.ofMinor(counts.grossInLedger(), CurrencyCode.CNY),
                        differences.size(),
                        opening.open(day, differences, now),
                        now);
        tickets.insert(result);
        events.fire(new ReconciliationEvent.Reconciled(result, now));
        return result;
    }
}
