package io.databourse.settlement.dispute;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.settlement.ChargeId;
import java.time.Instant;
import java.util.List;

/// What happens in disputes. Refunds themselves are charges, and told of as such.
public sealed interface DisputeEvent {
    DisputeId id();

    ContractId contractId();

    MerchantId consumer();

    MerchantId provider();

    Instant at();

    /// A buyer objects; the amount is held.
    ///
    /// @param evidence the entries of the log that speak of it
    record Opened(
            DisputeId id,
            ContractId contractId,
            MerchantId consumer,
            MerchantId provider,
            List<ChargeId> charges,
            Money amount,
            String reason,
            List<String> evidence,
            Instant at)
            implements DisputeEvent {
        public Opened {
            charges = List.copyOf(charges);
            evidence = List.copyOf(evidence);
        }
    }

    /// The dispute is over; nothing is held any more.
    ///
    /// @param award what the buyer got back
    record Ended(
            DisputeId id,
            ContractId contractId,
            MerchantId consumer,
            MerchantId provider,
            DisputeState state,
            Money award,
            String reason,
            Instant at)
            implements DisputeEvent {}
}
