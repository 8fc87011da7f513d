package io.databourse.ledger;

import java.util.List;

/// Shows that nothing was made from nothing: recounted from the entries, not from the balances.
public record LedgerProof(List<LedgerSum> ledgers, boolean balanced) {
    public LedgerProof {
        ledgers = List.copyOf(ledgers);
    }

    /// One ledger's sums.
    ///
    /// @param difference debits less credits: 0, or something is wrong
    /// @param accountsAstray accounts whose balance is not what their entries add up to
    public record LedgerSum(
            String ledger,
            long debits,
            long credits,
            long difference,
            long entries,
            long accounts,
            long accountsAstray) {}
}
