package io.databourse.contract;

import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.order.OrderId;
import java.time.Instant;
import java.util.List;

/// A supplement, 补充协议: adds a pack of units to a contract, which itself stays as it was signed.
///
/// @param units what it adds
/// @param price what is set aside for them
/// @param validUntil when they end, and the contract with them
/// @param rollover what it takes over of the pack that ends before
/// @param document the JSON text that both sides sign; never re-serialised
/// @param documentHash SM3 of it
public record Supplement(
        SupplementId id,
        ContractId contractId,
        OrderId orderId,
        MerchantId provider,
        MerchantId consumer,
        ContractState state,
        long units,
        Money price,
        Instant validUntil,
        Rollover rollover,
        String document,
        String documentHash,
        List<PartySignature> signatures,
        Instant createdAt) {
    public Supplement {
        signatures = List.copyOf(signatures);
    }

    Supplement with(ContractState next) {
        return with(next, signatures);
    }

    /// With this signature in the place of the same role's.
    Supplement with(PartySignature changed) {
        return with(state, changed.in(signatures));
    }

    private Supplement with(ContractState next, List<PartySignature> all) {
        return new Supplement(
                id,
                contractId,
                orderId,
                provider,
                consumer,
                next,
                units,
                price,
                validUntil,
                rollover,
                document,
                documentHash,
                all,
                createdAt);
    }
}
