package io.databourse.dispatch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "dispatch_receipt")
class ReceiptRow {
    @Id
    @Column(name = "job_id")
    String jobId;

    String receipt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected ReceiptRow() {}

    ReceiptRow(String jobId, String receipt) {
        this.jobId = jobId;
        this.receipt = receipt;
    }
}
