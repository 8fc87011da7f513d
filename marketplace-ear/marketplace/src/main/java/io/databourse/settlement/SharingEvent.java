package io.databourse.settlement;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;

/// What happens to sharing terms.
public sealed interface SharingEvent {
    /// The provider of a contract shares from now on by these terms.
    record Agreed(
            ContractId contractId, MerchantId provider, int version, SharingTerms terms, Instant at)
            implements SharingEvent {}
}
