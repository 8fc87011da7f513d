package io.databourse.quota;

import io.databourse.contract.ContractId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "quota_lease")
class LeaseRow {
    static final String OPEN = "OPEN";
    static final String CLOSED = "CLOSED";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "contract_id")
    String contractId = "";

    @Column(name = "pack_id")
    String packId = "";

    String holder = "";
    long epoch;
    long units;
    long consumed;
    String state = OPEN;

    @Column(name = "expires_at")
    Instant expiresAt = Instant.EPOCH;

    LeaseRow() {}

    LeaseRow(Lease lease) {
        contractId = lease.contractId().value();
        packId = lease.packId();
        holder = lease.holder();
        epoch = lease.epoch();
        units = lease.units();
        expiresAt = lease.expiresAt();
    }

    Lease toLease() {
        return new Lease(
                id, new ContractId(contractId), packId, holder, epoch, units, consumed, expiresAt);
    }
}
