package io.databourse.order;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.catalog.Listing;
import io.databourse.catalog.Plan;
import io.databourse.catalog.PlanId;
import io.databourse.merchant.MerchantId;
import io.databourse.pricing.ChargingTerms;
import io.databourse.pricing.PayAsYouGo;
import io.databourse.pricing.PricePlan;
import io.databourse.pricing.book.Consumption;
import io.databourse.pricing.book.ExplainedLine;
import io.databourse.pricing.book.PriceVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Works out a quote: a pack, use that is paid as it comes, or the one after the other.
final class Quoting {
    private final Listing listing;
    private final QuoteRequest request;
    private final List<String> explanation = new ArrayList<>();
    private final List<ExplainedLine> steps = new ArrayList<>();

    Quoting(Listing listing, QuoteRequest request) {
        this.listing = listing;
        this.request = request;
    }

    Quote quote(MerchantId buyer, Instant now, Instant expiresAt) {
        Optional<PricePlan.Pack> pack = request.planId().map(this::plan).map(Quoting::pack);
        Optional<PayAsYouGo> payAsYouGo =
                request.payAsYouGo().map(wish -> payAsYouGo(pack, wish, now));
        if (pack.isEmpty() && payAsYouGo.isEmpty()) {
            throw Refusal.of(ErrorCode.VALIDATION_FAILED, "Choose a plan, or to pay as you go.");
        }
        return new Quote(
                QuoteId.next(),
                listing.id(),
                request.planId(),
                listing.name(),
                buyer,
                payAsYouGo.map(PayAsYouGo::reserved).orElseGet(() -> pack.orElseThrow().price()),
                payAsYouGo
                        .map(terms -> terms.coveredUnits(Consumption.NONE))
                        .orElseGet(() -> pack.orElseThrow().units()),
                explanation,
                new ChargingTerms(listing.pricing().rule(), payAsYouGo),
                steps,
                expiresAt);
    }

    private Plan plan(PlanId id) {
        Plan plan =
                listing.plan(id)
                        .orElseThrow(() ->
                                Refusal.of(ErrorCode.NOT_FOUND, "The listing has no plan %s.", id));
        io.databourse.pricing.Quote.of(pack(plan), 1).steps().stream()
                .map(step -> step.text() + ": " + step.amount())
                .forEach(explanation::add);
        return plan;
    }

    private static PricePlan.Pack pack(Plan plan) {
        return new PricePlan.Pack(plan.units(), plan.price(), plan.validityDays());
    }

    private PayAsYouGo payAsYouGo(Optional<PricePlan.Pack> pack, PayAsYouGoWish wish, Instant now) {
        PriceVersion price =
                listing.pricing()
                        .prices()
                        .flatMap(book -> book.inForceAt(now))
                        .orElseThrow(() ->
                                Refusal.of(
                                        ErrorCode.VALIDATION_FAILED,
                                        "This listing sells packs only."));
        PayAsYouGo terms = terms(pack, price, wish);
        wish.expectedUse().ifPresent(use -> explain(price, Consumption.ofAll(use)));
        return terms;
    }

    private static PayAsYouGo terms(
            Optional<PricePlan.Pack> pack, PriceVersion price, PayAsYouGoWish wish) {
        PayAsYouGo terms;
        try {
            terms =
                    pack.map(known -> PayAsYouGo.after(known, price, wish.cap()))
                            .orElseGet(() -> PayAsYouGo.of(price, wish.cap(), wish.periods(price)));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ErrorCode.VALIDATION_FAILED, "%s", String.valueOf(e.getMessage()));
        }
        if (terms.coveredUnits(Consumption.NONE) <= terms.packUnits()) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED, "%s does not pay for one use.", wish.cap());
        }
        return terms;
    }

    private void explain(PriceVersion price, Consumption use) {
        steps.addAll(ExplainedLine.of(price.explain(use)));
        steps.forEach(step -> explanation.add(step.en()));
    }
}
