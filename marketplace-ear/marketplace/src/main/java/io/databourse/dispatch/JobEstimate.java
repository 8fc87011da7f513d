package io.databourse.dispatch;

import io.databourse.money.Money;
import java.util.Optional;

/// What a run that counts would take, as a dry run found out.
///
/// @param unitPrice what the next unit of the contract costs
/// @param seconds as the provider's node reckons from the run on rows that it made up
/// @param rows rows that the run would read
public record JobEstimate(Money unitPrice, Optional<Long> seconds, Optional<Long> rows) {}
