package io.databourse.settlement.reconciliation;

import io.databourse.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What a comparison of one day has shown, 对账结果.
///
/// @param jobsDelivered what the gateway handed over; runs metered and charged are to be as many
/// @param callsReceived calls of which the buyer has a receipt; metered and charged are to be as
///   many
/// @param grossCharged all charges and refunds of the day, whichever way the money went
/// @param differences how many things do not agree
/// @param tickets those among them that nobody had a ticket for
public record Reconciliation(
        String id,
        LocalDate day,
        long jobsDelivered,
        long runsMetered,
        long runsCharged,
        long callsReceived,
        long callsMetered,
        long callsCharged,
        Money grossCharged,
        Money grossInLedger,
        int differences,
        List<Ticket> tickets,
        Instant at) {
    public Reconciliation {
        tickets = List.copyOf(tickets);
    }
}
