package io.databourse.sandbox.sql;

import java.math.BigDecimal;

/// The dominance rule of official statistics: a cell is suppressed where its `n` largest
/// contributors make up more than the share `k` of it (Handbook on Statistical Disclosure Control,
/// 4.2.1).
public record Dominance(int n, BigDecimal k) {
    public Dominance {
        if (n < 1 || n > 10) {
            throw new RulesException("dominance.n 须为 1 至 10", "dominance.n is not from 1 to 10");
        }
        if (k.signum() <= 0 || k.compareTo(BigDecimal.ONE) >= 0) {
            throw new RulesException(
                    "dominance.k 须在 0 与 1 之间", "dominance.k is not between 0 and 1");
        }
        k = k.stripTrailingZeros();
    }
}
