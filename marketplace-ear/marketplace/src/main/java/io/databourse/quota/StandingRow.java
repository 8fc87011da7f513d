package io.databourse.quota;

import io.databourse.contract.ContractId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
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

    @Column(name = "by_buyer")
    boolean byBuyer;

    @Column(name = "changed_at")
    @Nullable Instant changedAt;

    Standing toStanding() {
        return new Standing(epoch, frozen);
    }

    ContractUse toUse() {
        return new ContractUse(
                new ContractId(contractId),
                frozen,
                byBuyer,
                Optional.ofNullable(reason),
                Optional.ofNullable(changedAt));
    }
}
