package io.databourse.ledger;

import java.util.List;

/// Asks for one transfer.
///
/// @param key unique for ever: the same key is the same transfer, however often it is asked for
/// @param legs at least one; all in one ledger, all or none
/// @param subjectId what it is about, such as an order's id
public record TransferRequest(String key, List<Leg> legs, String reason, String subjectId) {
    public TransferRequest {
        legs = List.copyOf(legs);
        if (legs.isEmpty() || key.isBlank()) {
            throw new IllegalArgumentException("a transfer has a key and a leg");
        }
        String ledger = legs.getFirst().debit().ledger();
        for (Leg leg : legs) {
            if (!leg.debit().ledger().equals(ledger) || !leg.credit().ledger().equals(ledger)) {
                throw new IllegalArgumentException("a transfer stays within one ledger: " + key);
            }
        }
    }

    public String ledger() {
        return legs.getFirst().debit().ledger();
    }

    /// An amount from one account's credit to another's debit, in the ledger's smallest unit.
    public record Leg(Account debit, Account credit, long amount) {
        public Leg {
            if (amount <= 0) {
                throw new IllegalArgumentException("an amount is positive: " + amount);
            }
            if (debit.name().equals(credit.name())) {
                throw new IllegalArgumentException("an account owes itself nothing: " + debit);
            }
        }
    }
}
