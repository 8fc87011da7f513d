package io.databourse.metering;

import io.databourse.contract.ContractId;
import io.databourse.dispatch.JobId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;

/// What one job used, 计量记录. There is one a job, however many attempts it took.
///
/// @param units billable units; 0 unless delivered
/// @param bytes what the parties of the last attempt sent to each other
/// @param cpuMillis the processor time of the parties of the last attempt
public record MeterRecord(
        MeterRecordId id,
        JobId jobId,
        ContractId contractId,
        MerchantId consumer,
        MerchantId provider,
        Outcome outcome,
        long units,
        long bytes,
        long cpuMillis,
        Instant at) {

    /// What became of the job. Only what was delivered is charged.
    public enum Outcome {
        DELIVERED,
        REFUSED,
        FAILED,
        CANCELLED,
        /// Delivered, made of rows that a node made up.
        DRY_RUN
    }
}
