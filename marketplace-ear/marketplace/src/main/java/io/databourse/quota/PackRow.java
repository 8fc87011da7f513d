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
@Table(name = "quota_pack")
class PackRow {
    static final String ACTIVE = "ACTIVE";
    static final String EXPIRED = "EXPIRED";

    @Id String id = "";

    @Column(name = "contract_id")
    String contractId = "";

    String account = "";
    long units;
    int priority;

    @Column(name = "valid_from")
    Instant validFrom = Instant.EPOCH;

    @Column(name = "valid_until")
    @Nullable Instant validUntil;

    String state = ACTIVE;
    long rollover;

    @Column(name = "granted_at")
    Instant grantedAt = Instant.EPOCH;

    PackRow() {}

    PackRow(Pack pack) {
        id = pack.id();
        contractId = pack.contractId().value();
        account = pack.account();
        units = pack.units();
        priority = pack.priority();
        validFrom = pack.validFrom();
        validUntil = pack.validUntil().orElse(null);
        rollover = pack.rollover();
        grantedAt = pack.grantedAt();
    }

    Pack toPack() {
        return new Pack(
                id,
                new ContractId(contractId),
                account,
                units,
                priority,
                validFrom,
                Optional.ofNullable(validUntil),
                rollover,
                grantedAt);
    }
}
