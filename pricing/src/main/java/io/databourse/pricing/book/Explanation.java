package io.databourse.pricing.book;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.util.List;

/// How an amount came about. The last step is the only one that rounds.
public record Explanation(Money total, List<ExplainedStep> steps) {
    public Explanation {
        steps = List.copyOf(steps);
    }

    /// The amount before it was rounded.
    public Rational exact() {
        ExplainedStep rounding = steps.getLast();
        return rounding.total().minus(rounding.amount());
    }
}
