package io.databourse.sandbox.noise;

/// Whose budget: one buyer's on one data set.
public record BudgetKey(String dataSet, String buyer) {
    public BudgetKey {
        if (dataSet.isBlank() || buyer.isBlank()) {
            throw new IllegalArgumentException("a budget has a data set and a buyer");
        }
    }
}
