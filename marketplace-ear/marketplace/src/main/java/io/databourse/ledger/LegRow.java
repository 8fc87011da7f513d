package io.databourse.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "ledger_leg")
class LegRow {
    @Id String id = "";

    @Column(name = "transfer_id")
    String transferId = "";

    int position;

    @Column(name = "debit_account")
    String debitAccount = "";

    @Column(name = "credit_account")
    String creditAccount = "";

    long amount;
}
