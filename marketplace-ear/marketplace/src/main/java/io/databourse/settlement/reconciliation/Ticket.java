package io.databourse.settlement.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A difference, and what became of it.
///
/// @param subject the job, charge, contract, transfer … that the books do not agree about
public record Ticket(
        TicketId id,
        LocalDate day,
        TicketKind kind,
        String subject,
        String detail,
        TicketState state,
        Instant foundAt,
        Optional<String> resolution,
        Optional<Instant> resolvedAt) {}
