package io.databourse.algorithm;

import io.databourse.contract.ContractId;

/// A wish to have a version approved for the use under a contract.
public record NewSubmission(ContractId contractId) {}
