package io.databourse.dispatch;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;

/// What every event of a job tells.
public record JobFacts(
        JobId jobId,
        ContractId contractId,
        MerchantId consumer,
        MerchantId provider,
        String task,
        String purpose,
        int attempt) {}
