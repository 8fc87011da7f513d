package io.databourse.settlement.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Opens a ticket for each difference that has none.
@ApplicationScoped
@Transactional
class OpenTickets {
    private final JpaTickets tickets;

    @Inject
    OpenTickets(JpaTickets tickets) {
        this.tickets = tickets;
    }

    /// @return the new ones
    List<Ticket> open(LocalDate day, List<Difference> differences, Instant now) {
        return differences.stream()
                .flatMap(difference -> tickets.open(day, difference, now).stream())
                .toList();
    }
}
