package io.databourse.dispatch;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;

/// What every event of a job tells.
///
/// @param dryRun whether the rows were made up and no unit is taken
public record JobFacts(
        JobId jobId,
        ContractId contractId,
        MerchantId consumer,
        MerchantId provider,
        String task,
        String purpose,
        int attempt,
        boolean dryRun) {}
