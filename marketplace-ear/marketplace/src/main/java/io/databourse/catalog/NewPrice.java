package io.databourse.catalog;

import io.databourse.pricing.book.PriceStep;
import java.time.Instant;
import java.util.List;

/// The next version of a price.
public record NewPrice(Instant effectiveFrom, List<PriceStep> steps) {
    public NewPrice {
        steps = List.copyOf(steps);
    }
}
