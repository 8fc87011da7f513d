package io.databourse.order;

import io.databourse.money.Money;
import java.time.Instant;

/// An organisation's prepaid money as it was.
///
/// @param prepaid what was its own then, with what it had set aside for orders
/// @param reserved what was set aside for its signed contracts
public record PastBalance(Instant at, Money prepaid, Money reserved) {}
