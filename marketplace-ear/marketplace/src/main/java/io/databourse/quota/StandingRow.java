package io.databourse.quota;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "quota_standing")
class StandingRow {
    @Id
    @Column(name = "contract_id")
    String contractId = "";

    long epoch;
    boolean frozen;
    @Nullable String reason;

    Standing toStanding() {
        return new Standing(epoch, frozen);
    }
}
