package io.databourse.contract;

/// Expired is no state: it follows from the policy's `notAfter`.
public enum ContractState {
    AWAITING_SIGNATURES,
    ACTIVE,
    TERMINATED
}
