package io.databourse.pricing.book;

import static java.util.stream.Collectors.joining;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /// The meters that it counts.
    public Set<Meter> meters() {
        return StepRules.read(steps);
    }

    /// How much of a meter a call may take at most, where that is said.
    public Map<Meter, Long> limits() {
        Map<Meter, Long> limits = new EnumMap<>(Meter.class);
        for (PriceStep step : steps) {
            if (step instanceof PriceStep.CallLimit(var meter, var most)) {
                limits.put(meter, most);
            }
        }
        return limits;
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

    /// The content in one fixed form of text, a line a step; equal versions have equal text.
    public String canonicalText() {
        String head =
                "databourse-price 1\nversion %d\nfrom %s\ncurrency %s\n"
                        .formatted(number, effectiveFrom, currency);
        return steps.stream()
                .map(step -> PriceText.write(step) + "\n")
                .collect(joining("", head, ""));
    }

    /// SHA-256 of the canonical text in UTF-8, in lower-case hex.
    public String hash() {
        try {
            byte[] text = canonicalText().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has SHA-256", e);
        }
    }
}
