package io.databourse.bill;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.pricing.ChargingRule;
import io.databourse.pricing.ChargingTerms;
import io.databourse.pricing.CountedUse;
import io.databourse.pricing.PayAsYouGo;
import io.databourse.pricing.UnitLadder;
import io.databourse.pricing.UnitLadder.Lapse;
import io.databourse.pricing.book.PriceText;
import io.databourse.pricing.book.PriceVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a contract says about its price.
///
/// @param units what they cost, one after the other, with all supplements
/// @param charging how calls are counted, and the pinned price of use that is paid as it comes
record Terms(String contractId, UnitLadder units, ChargingTerms charging) {
    /// A contract with a member that is not known here may be priced in another way.
    private static final Set<String> KNOWN =
            Set.of(
                    "type",
                    "contractId",
                    "orderId",
                    "productId",
                    "productName",
                    "certificateNumber",
                    "dataset",
                    "parties",
                    "policy",
                    "price",
                    "units",
                    "charging",
                    "form",
                    "createdAt");

    static Terms of(String contract) {
        return of(contract, List.of(), List.of());
    }

    static Terms of(String contract, List<String> supplements, List<Lapse> lapses) {
        JsonNode text = BillReader.tree(contract);
        Set<String> unknown = new TreeSet<>();
        text.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the contract has terms unknown here: " + unknown);
        }
        CurrencyCode currency = CurrencyCode.valueOf(text.path("price").path("currency").asText());
        return new Terms(
                text.path("contractId").asText(),
                new UnitLadder(SupplementTerms.steps(contract, text, supplements), lapses),
                new ChargingTerms(
                        rule(text.path("charging").path("rule")),
                        payAsYouGo(text.path("charging").path("payAsYouGo"), currency)));
    }

    private static ChargingRule rule(JsonNode text) {
        return text.isMissingNode()
                ? ChargingRule.STANDARD
                : new ChargingRule(
                        text.path("hit").asLong(),
                        text.path("miss").asLong(),
                        text.path("error").asLong());
    }

    /// The units that calls take by the contract's rule.
    long unitsOf(BillUse calls) {
        return charging.rule().units(calls.hits(), calls.misses(), calls.errors());
    }

    /// The price is refused if it does not have the hash that both sides signed.
    private static Optional<PayAsYouGo> payAsYouGo(JsonNode text, CurrencyCode currency) {
        if (text.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(
                new PayAsYouGo(
                        price(text.path("price"), currency),
                        text.path("priceHash").asText(),
                        Money.parse(text.at("/cap/amount").asText(), currency),
                        Money.parse(text.at("/packPrice/amount").asText(), currency),
                        text.path("packUnits").asLong(),
                        text.path("periods").isMissingNode()
                                ? Optional.empty()
                                : Optional.of(text.path("periods").asInt())));
    }

    private static PriceVersion price(JsonNode text, CurrencyCode currency) {
        return new PriceVersion(
                text.path("number").asInt(),
                Instant.parse(text.path("effectiveFrom").asText()),
                currency,
                text.path("steps")
                        .valueStream()
                        .map(JsonNode::asText)
                        .map(PriceText::read)
                        .toList());
    }

    CurrencyCode currency() {
        return units.steps().getFirst().price().currency();
    }

    Money money(String amount) {
        return Money.parse(amount, currency());
    }

    /// What all use so far costs.
    ///
    /// @param periods that have begun
    Money due(BillUse all, int periods) {
        var counted =
                new CountedUse(
                        all.units(),
                        all.hits(),
                        all.misses(),
                        all.errors(),
                        all.rows(),
                        all.bytes(),
                        all.cpuMillis(),
                        periods,
                        all.turnoverMinor());
        return charging.payAsYouGo()
                .map(terms -> terms.due(charging.consumption(counted)))
                .orElseGet(() -> units.through(all.units()));
    }

    /// How many periods had begun when so much was charged for the use; none if no number fits.
    int periodsIn(Money charged, BillUse all) {
        int most = charging.payAsYouGo().flatMap(PayAsYouGo::periods).orElse(0);
        for (int periods = 0; periods <= most; periods++) {
            if (due(all, periods).equals(charged)) {
                return periods;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return charging.payAsYouGo()
                .map(terms ->
                        "price version %d, %s, up to %s"
                                .formatted(
                                        terms.price().number(),
                                        terms.price().steps().stream()
                                                .map(PriceText::write)
                                                .toList(),
                                        terms.reserved()))
                .orElseGet(() ->
                        units.steps().stream()
                                .map(step ->
                                        "price %s for %d units"
                                                .formatted(step.price(), step.units()))
                                .collect(Collectors.joining(", then ")));
    }
}
