package io.databourse.catalog;

import io.databourse.pricing.book.Meter;
import io.databourse.pricing.book.PriceStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Packs and a price to look at before they are offered.
///
/// @param use what to explain the price of
public record PriceCheckRequest(
        List<PlanOffer> plans, List<PriceStep> steps, Optional<Map<Meter, Long>> use) {
    public PriceCheckRequest {
        plans = List.copyOf(plans);
        steps = List.copyOf(steps);
    }
}
