package io.databourse.settlement;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;

/// What happens to sharing terms.
public sealed interface SharingEvent {
    /// The provider of a contract shares from now on by these terms.
    ///
    /// @param contribution what they were computed from: the utilities, the seed and the number of
    ///   orders, so that every party can compute them again
    record Agreed(
            ContractId contractId,
            MerchantId provider,
            int version,
            SharingTerms terms,
            Optional<ContributionShares> contribution,
            Instant at)
            implements SharingEvent {}
}
