package io.databourse.dispatch;

import java.math.BigDecimal;
import java.time.Instant;

/// What is left of a consumer's privacy budget, 隐私预算, as the provider's node said last: the node
/// keeps the books, and other contracts of the same consumer about the same data draw on them too.
///
/// @param left epsilon that can still be spent
/// @param total epsilon that the contract's and the owner's rules allow together
public record PrivacyLeft(BigDecimal left, BigDecimal total, Instant saidAt) {}
