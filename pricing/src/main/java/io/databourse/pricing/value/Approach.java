package io.databourse.pricing.value;

/// From where a suggestion comes: what the data cost to make, 成本法; what it will earn, 收益法; what the
/// like was sold for, 市场法.
public enum Approach {
    COST,
    INCOME,
    MARKET
}
