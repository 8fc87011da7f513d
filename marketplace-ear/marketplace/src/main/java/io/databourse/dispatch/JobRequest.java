package io.databourse.dispatch;

import io.databourse.contract.ContractId;

/// A consumer's wish to run one job under a contract.
///
/// @param task plugin and task, such as `mpc/psi`
public record JobRequest(
        ContractId contractId, String task, String purpose, OwnInput own, OtherInput provider) {}
