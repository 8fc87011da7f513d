package io.databourse.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.json.Json;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.order.OrderId;
import io.databourse.pricing.ChargingTerms;
import io.databourse.pricing.UnitLadder;
import io.databourse.pricing.UnitLadder.Step;
import io.databourse.registration.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A digital contract, 数字合约.
///
/// @param policy as it was signed; supplements may let the contract go on for longer
/// @param price what was set aside for it first
/// @param units what that pays for, at least
/// @param charging how calls are counted, and the price that is pinned, if use is paid as it comes
/// @param document the JSON text that both sides sign; never re-serialised
/// @param documentHash SM3 of it
/// @param supplements those in force, in the order in which they follow each other
/// @param expired whether the contract's term has passed, with its supplements
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
        List<Supplement> supplements,
        boolean expired) {
    public Contract {
        signatures = List.copyOf(signatures);
        supplements = List.copyOf(supplements);
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

    /// When the last of its units ends.
    public Instant end() {
        return supplements.isEmpty() ? policy.notAfter() : supplements.getLast().validUntil();
    }

    /// All that was set aside for it so far.
    public Money totalPrice() {
        return supplements.stream().map(Supplement::price).reduce(price, Money::add);
    }

    /// All units that were bought for it so far.
    public long totalUnits() {
        return units + supplements.stream().mapToLong(Supplement::units).sum();
    }

    /// What its units cost, one after the other.
    ///
    /// @param lapses units that expired
    public UnitLadder ladder(List<UnitLadder.Lapse> lapses) {
        Stream<Step> added = supplements.stream().map(each -> new Step(each.units(), each.price()));
        return new UnitLadder(
                Stream.concat(Stream.of(new Step(units, price)), added).toList(), lapses);
    }

    Contract with(ContractState next) {
        return with(next, signatures);
    }

    /// With this signature in the place of the same role's.
    Contract with(PartySignature changed) {
        return with(state, changed.in(signatures));
    }

    private Contract with(ContractState next, List<PartySignature> all) {
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
                all,
                createdAt,
                supplements,
                expired);
    }

    boolean isSignedByAll() {
        return PartySignature.all(signatures);
    }
}
