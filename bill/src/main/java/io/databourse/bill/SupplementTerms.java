package io.databourse.bill;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.crypto.Digest;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.pricing.UnitLadder.Step;
import java.util.ArrayList;
import java.util.List;

/// What was bought for a contract, pack by pack. Each supplement names the text before it, so none
/// can be left out among others.
final class SupplementTerms {
    private static final String TYPE = "databourse/supplement/1";

    private SupplementTerms() {}

    static List<Step> steps(String contract, JsonNode terms, List<String> supplements) {
        List<Step> steps = new ArrayList<>();
        steps.add(step(terms));
        String contractHash = Digest.sm3(contract).toString();
        String before = contractHash;
        for (String text : supplements) {
            JsonNode supplement = BillReader.tree(text);
            if (!supplement.path("type").asText().equals(TYPE)
                    || !supplement.path("contractHash").asText().equals(contractHash)
                    || !supplement.path("follows").asText().equals(before)) {
                throw new IllegalArgumentException("a supplement does not follow the contract");
            }
            steps.add(step(supplement));
            before = Digest.sm3(text).toString();
        }
        return steps;
    }

    private static Step step(JsonNode terms) {
        JsonNode price = terms.path("price");
        return new Step(
                terms.path("units").asLong(),
                Money.parse(
                        price.path("amount").asText(),
                        CurrencyCode.valueOf(price.path("currency").asText())));
    }
}
