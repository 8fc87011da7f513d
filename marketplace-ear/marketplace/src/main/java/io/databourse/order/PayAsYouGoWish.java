package io.databourse.order;

import io.databourse.money.Money;
import io.databourse.pricing.book.Meter;
import io.databourse.pricing.book.PriceVersion;
import java.util.Map;
import java.util.Optional;

/// A buyer's wish to pay for use as it comes, 按量付费.
///
/// @param cap what all of it may cost at most; it is set aside when it is ordered
/// @param expectedUse what the quote is to explain the price of; of a price that counts periods,
///   their number is how many months the contract may run
public record PayAsYouGoWish(Money cap, Optional<Map<Meter, Long>> expectedUse) {
    /// For how many months the contract is to run, if the price counts them.
    Optional<Integer> periods(PriceVersion price) {
        return expectedUse
                .filter(use -> price.meters().contains(Meter.PERIODS))
                .map(use -> use.get(Meter.PERIODS))
                .map(months -> (int) Math.min(months, Integer.MAX_VALUE));
    }
}
