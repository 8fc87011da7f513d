package io.databourse.catalog;

import io.databourse.pricing.ChargingRule;
import io.databourse.pricing.book.PriceStep;
import java.util.List;
import java.util.Optional;

/// What use is to cost beside the packs, in force at once.
///
/// @param rule how many units a call takes; one for a hit or a miss if it is not said
/// @param steps of the price, in their order; none if only packs are sold
public record NewPricing(Optional<ChargingRule> rule, List<PriceStep> steps) {
    public NewPricing {
        steps = List.copyOf(steps);
    }
}
