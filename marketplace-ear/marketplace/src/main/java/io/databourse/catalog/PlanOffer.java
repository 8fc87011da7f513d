package io.databourse.catalog;

import io.databourse.money.Money;

/// A pack of units at one price, as the merchant offers it.
///
/// @param units how many runs the pack holds
/// @param validityDays how long a contract from it may run
public record PlanOffer(String name, long units, Money price, int validityDays) {}
