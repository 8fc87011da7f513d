package io.databourse.pricing.share;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.money.Split;
import java.util.List;

/// How the fen that are left over when an amount is split go to the parties. Either way the shares
/// add up to the amount, and each is within a fen of its exact part or, in turn, of its part of
/// what is left.
public enum Rounding {
    /// To the largest fractions, of equal ones to the earlier party: the fairest for one amount.
    LARGEST_REMAINDER {
        @Override
        List<Money> split(Money total, List<Rational> weights) {
            return Split.largestRemainder(total, weights);
        }
    },
    /// One party after the other, half up: the only one of the two where a larger amount is never a
    /// smaller share, as sums that grow from charge to charge need it.
    IN_TURN {
        @Override
        List<Money> split(Money total, List<Rational> weights) {
            return Split.inTurn(total, weights);
        }
    };

    abstract List<Money> split(Money total, List<Rational> weights);
}
