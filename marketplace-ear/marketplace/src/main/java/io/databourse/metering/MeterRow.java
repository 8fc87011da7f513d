package io.databourse.metering;

import io.databourse.contract.ContractId;
import io.databourse.dispatch.JobId;
import io.databourse.merchant.MerchantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "metering_record")
class MeterRow {
    @Id String id = "";

    @Column(name = "job_id")
    String jobId = "";

    @Column(name = "contract_id")
    String contractId = "";

    String consumer = "";
    String provider = "";

    @Enumerated(EnumType.STRING)
    MeterRecord.Outcome outcome = MeterRecord.Outcome.FAILED;

    long units;
    long bytes;

    @Column(name = "cpu_millis")
    long cpuMillis;

    Instant at = Instant.EPOCH;

    MeterRow() {}

    MeterRow(MeterRecord meter) {
        id = meter.id().value();
        jobId = meter.jobId().value();
        contractId = meter.contractId().value();
        consumer = meter.consumer().value();
        provider = meter.provider().value();
        outcome = meter.outcome();
        units = meter.units();
        bytes = meter.bytes();
        cpuMillis = meter.cpuMillis();
        at = meter.at();
    }

    MeterRecord toRecord() {
        return new MeterRecord(
                new MeterRecordId(id),
                new JobId(jobId),
                new ContractId(contractId),
                new MerchantId(consumer),
                new MerchantId(provider),
                outcome,
                units,
                bytes,
                cpuMillis,
                at);
    }
}
