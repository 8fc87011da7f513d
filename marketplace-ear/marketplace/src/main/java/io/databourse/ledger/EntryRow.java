package io.databourse.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// One line of one account; never changed, never deleted (the schema refuses it).
@Entity
@Table(name = "ledger_entry")
class EntryRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long number;

    @Column(name = "transfer_id")
    String transferId = "";

    @Column(name = "account_id")
    String accountId = "";

    String ledger = "";
    long debit;
    long credit;

    @Column(name = "balance_after")
    long balanceAfter;

    Instant at = Instant.EPOCH;

    Entry toEntry(TransferRow transfer) {
        return new Entry(
                number,
                new TransferId(transferId),
                transfer.reason,
                transfer.subjectId,
                debit,
                credit,
                balanceAfter,
                at);
    }
}
