package io.databourse.algorithm;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;

/// What happens to versions of algorithms. Only their hashes are told.
public sealed interface AlgorithmEvent {
    AlgorithmId algorithmId();

    String sha256();

    Instant at();

    record Registered(
            AlgorithmId algorithmId, MerchantId owner, String version, String sha256, Instant at)
            implements AlgorithmEvent {}

    record Submitted(AlgorithmId algorithmId, ContractId contractId, String sha256, Instant at)
            implements AlgorithmEvent {}

    /// The provider's reviewers have decided.
    ///
    /// @param reviewHash SM3 of the review that the node signed
    record Approved(
            AlgorithmId algorithmId,
            ContractId contractId,
            String sha256,
            String reviewHash,
            Instant at)
            implements AlgorithmEvent {}

    /// The provider's reviewers, or its node by itself, said no.
    record Rejected(AlgorithmId algorithmId, ContractId contractId, String sha256, Instant at)
            implements AlgorithmEvent {}

    record VersionDeprecated(AlgorithmId algorithmId, String version, String sha256, Instant at)
            implements AlgorithmEvent {}
}
