package io.databourse.catalog;

import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.money.CurrencyCode;
import io.databourse.pricing.ChargingRule;
import io.databourse.pricing.PayAsYouGo;
import io.databourse.pricing.book.PriceBook;
import io.databourse.pricing.book.PriceStep;
import io.databourse.pricing.book.PriceVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes prices of wishes, or says what is wrong with them.
final class ListingPrices {
    private static final int MOST_STEPS = 20;

    private ListingPrices() {}

    static ListingPricing first(Optional<NewPricing> wish, Instant now) {
        if (wish.isEmpty()) {
            return ListingPricing.PACKS_ONLY;
        }
        ChargingRule rule = wish.get().rule().orElse(ChargingRule.STANDARD);
        List<PriceStep> steps = wish.get().steps();
        return steps.isEmpty()
                ? new ListingPricing(rule, Optional.empty())
                : new ListingPricing(
                        rule,
                        Optional.of(
                                orRefuse(
                                        "/pricing/steps",
                                        () ->
                                                new PriceBook(
                                                        List.of(version(1, now, steps, rule))))));
    }

    static PriceVersion next(ListingPricing pricing, NewPrice wish, Instant now) {
        if (wish.effectiveFrom().isBefore(now)) {
            throw invalid("/effectiveFrom", "is past", "a time to come");
        }
        int number = pricing.prices().map(book -> book.versions().size()).orElse(0) + 1;
        PriceVersion next =
                orRefuse(
                        "/steps",
                        () -> version(number, wish.effectiveFrom(), wish.steps(), pricing.rule()));
        orRefuse("/effectiveFrom", () -> pricing.prices().map(book -> book.with(next)));
        return next;
    }

    static PriceCheck check(PriceCheckRequest request) {
        if (request.plans().size() > ListingRules.MOST_PLANS) {
            throw invalid("/plans", "too many", "at most " + ListingRules.MOST_PLANS);
        }
        if (request.steps().size() > MOST_STEPS) {
            throw invalid("/steps", "too many", "at most " + MOST_STEPS);
        }
        return orRefuse("/steps", () -> PriceCheck.of(request));
    }

    /// In whole seconds: the moment is part of what is hashed, and people read it.
    private static PriceVersion version(
            int number, Instant from, List<PriceStep> steps, ChargingRule rule) {
        if (steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("more than %d steps".formatted(MOST_STEPS));
        }
        var price =
                new PriceVersion(
                        number, from.truncatedTo(ChronoUnit.SECONDS), CurrencyCode.CNY, steps);
        PayAsYouGo.requirePayable(price, rule);
        return price;
    }

    private static <T> T orRefuse(String pointer, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw invalid(pointer, String.valueOf(e.getMessage()), "");
        }
    }

    private static Refusal invalid(String pointer, String problem, String allowed) {
        return Refusal.invalid(List.of(new FieldError(pointer, problem, allowed)));
    }
}
