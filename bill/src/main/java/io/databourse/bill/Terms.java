package io.databourse.bill;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.pricing.RevenueRecognition;
import java.util.Set;
import java.util.TreeSet;

/// What a contract says about its price.
///
/// @param units that the price is for
record Terms(String contractId, Money price, long units) {
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
                    "createdAt");

    static Terms of(String contract) {
        JsonNode text = BillReader.tree(contract);
        Set<String> unknown = new TreeSet<>();
        text.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the contract has terms unknown here: " + unknown);
        }
        JsonNode price = text.path("price");
        CurrencyCode currency = CurrencyCode.valueOf(price.path("currency").asText());
        return new Terms(
                text.path("contractId").asText(),
                Money.parse(price.path("amount").asText(), currency),
                text.path("units").asLong());
    }

    Money money(String amount) {
        return Money.parse(amount, price.currency());
    }

    /// What all use so far costs.
    Money due(BillUse all) {
        return RevenueRecognition.throughUnit(price, units, all.units());
    }
}
