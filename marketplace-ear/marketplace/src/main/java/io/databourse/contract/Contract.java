package io.databourse.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.json.Json;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.order.OrderId;
import io.databourse.pricing.ChargingTerms;
import io.databourse.registration.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A digital contract, 数字合约.
///
/// @param price what is set aside for it
/// @param units what that pays for, at least
/// @param charging how calls are counted, and the price that is pinned, if use is paid as it comes
/// @param document the JSON text that both sides sign; never re-serialised
/// @param documentHash SM3 of it
/// @param expired whether the policy's term has passed
public record Contract(
        ContractId id,
        OrderId orderId,
        ProductId productId,
        String productName,
        MerchantId provider,
        String providerName,
        MerchantId consumer,
        String consumerName,
        ContractState state,
        UsagePolicy policy,
        Money price,
        long units,
        ChargingTerms charging,
        String document,
        String documentHash,
        List<PartySignature> signatures,
        Instant createdAt,
        boolean expired) {
    public Contract {
        signatures = List.copyOf(signatures);
    }

    public PartySignature signature(PartyRole role) {
        return signatures.stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("signs nothing: " + role));
    }

    /// The filled model contract text, as it stands in the document; contracts of the first time
    /// have none.
    public Optional<String> formText() {
        return Optional.of(Json.tree(document).at("/form/text"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    public boolean concerns(MerchantId organisation) {
        return consumer.equals(organisation) || provider.equals(organisation);
    }

    Contract with(ContractState next) {
        return new Contract(
                id,
                orderId,
                productId,
                productName,
                provider,
                providerName,
                consumer,
                consumerName,
                next,
                policy,
                price,
                units,
                charging,
                document,
                documentHash,
                signatures,
                createdAt,
                expired);
    }

    /// With this signature in the place of the same role's.
    Contract with(PartySignature changed) {
        return new Contract(
                id,
                orderId,
                productId,
                productName,
                provider,
                providerName,
                consumer,
                consumerName,
                state,
                policy,
                price,
                units,
                charging,
                document,
                documentHash,
                signatures.stream()
                        .map(each -> each.role() == changed.role() ? changed : each)
                        .toList(),
                createdAt,
                expired);
    }

    boolean isSignedByAll() {
        return signatures.stream().allMatch(each -> each.state() == SignatureState.SIGNED);
    }
}
