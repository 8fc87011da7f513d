package io.databourse.order;

import io.databourse.money.Money;
import io.databourse.pricing.book.Meter;
import java.util.Map;
import java.util.Optional;

/// A buyer's wish to pay for use as it comes, 按量付费.
///
/// @param cap what all of it may cost at most; it is set aside when it is ordered
/// @param expectedUse what the quote is to explain the price of
public record PayAsYouGoWish(Money cap, Optional<Map<Meter, Long>> expectedUse) {}
