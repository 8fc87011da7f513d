package io.databourse.settlement;

import io.databourse.contract.ContractId;
import io.databourse.ledger.TransferId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import java.time.Instant;

/// What happens when use becomes money.
public sealed interface SettlementEvent {
    Instant at();

    /// A run was charged, or a charge refunded, and split.
    record Recognised(Charge charge) implements SettlementEvent {
        @Override
        public Instant at() {
            return charge.at();
        }
    }

    /// What was set aside for a contract and not used went back to the buyer's wallet.
    record Returned(
            ContractId contractId,
            MerchantId consumer,
            Money amount,
            TransferId transfer,
            Instant at)
            implements SettlementEvent {}

    /// What was paid for units that expired unused is nobody's any more.
    record Broken(
            ContractId contractId,
            MerchantId consumer,
            Money amount,
            TransferId transfer,
            Instant at)
            implements SettlementEvent {}

    /// The calls of a batch of the meter were charged and split.
    ///
    /// @param linesHash SHA-256 of a line `id gross merchant partners commission vat` for each
    ///   charge, in fen, in the order of the ids
    record CallsRecognised(long batch, int charges, Money gross, String linesHash, Instant at)
            implements SettlementEvent {}
}
