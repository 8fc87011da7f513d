package io.databourse.pricing.book;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import java.time.Instant;
import java.util.List;

/// One version of a price (价格版本), in force from a moment on. A contract pins it by its number and
/// its [hash][#hash], so that no later change of the book reaches the contract.
public record PriceVersion(
        int number, Instant effectiveFrom, CurrencyCode currency, List<PriceStep> steps) {
    public PriceVersion {
        if (number < 1) {
            throw new IllegalArgumentException("versions count from 1: " + number);
        }
        steps = List.copyOf(steps);
        StepRules.check(steps);
    }

    /// What this use costs, rounded once, half up.
    public Money amount(Consumption consumption) {
        return explain(consumption).total();
    }

    /// What a further use costs after an earlier one: the difference of the two totals. Whatever
    /// the cuts, the parts add up to the amount of the whole.
    public Money amountBetween(Consumption before, Consumption after) {
        return amount(after).subtract(amount(before));
    }

    /// Each step of the arithmetic.
    public Explanation explain(Consumption consumption) {
        return new Calculation(consumption).take(steps).rounded(currency);
    }

    /// The content in one fixed form of text; equal versions have equal text.
    public String canonicalText() {
        return CanonicalText.of(this);
    }

    /// SHA-256 of the canonical text in UTF-8, in lower-case hex.
    public String hash() {
        return CanonicalText.sha256(canonicalText());
    }
}
