package io.databourse.catalog;

import io.databourse.money.Money;

/// The figures of the market's front page, each counted when asked for.
///
/// @param merchants active ones
/// @param products registered ones
/// @param listings those on the shelf
/// @param turnover what was settled so far, gross
public record Counters(long merchants, long products, long listings, Money turnover) {}
