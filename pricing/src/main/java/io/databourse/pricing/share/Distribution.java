package io.databourse.pricing.share;

import io.databourse.money.Money;
import io.databourse.money.Split;
import java.util.List;
import java.util.stream.IntStream;

/// An amount and who got what of it, in the order of the parties.
public record Distribution(Money amount, List<Money> shares) {
    public Distribution {
        shares = List.copyOf(shares);
        Money sum = shares.stream().reduce(Money.zero(amount.currency()), Money::add);
        if (!sum.equals(amount)) {
            throw new IllegalArgumentException(
                    "the shares add up to %s, not %s".formatted(sum, amount));
        }
    }

    public static Distribution of(Money amount, SplitRule rule) {
        return new Distribution(amount, rule.split(amount));
    }

    /// Who gives back what of a refund: pro rata to what each was paid, whatever the rule would say
    /// of the smaller amount. Nobody gives back more than it has.
    ///
    /// @throws IllegalArgumentException if it is more than the amount, or negative
    public Distribution refund(Money refund) {
        if (refund.isNegative() || refund.compareTo(amount) > 0) {
            throw new IllegalArgumentException("%s of %s".formatted(refund, amount));
        }
        if (refund.isZero()) {
            return new Distribution(refund, shares.stream().map(share -> refund).toList());
        }
        long[] paid = shares.stream().mapToLong(Money::minor).toArray();
        return new Distribution(refund, Split.largestRemainder(refund, paid));
    }

    /// What is left after a refund, from which the next one goes.
    public Distribution minus(Distribution refund) {
        return new Distribution(
                amount.subtract(refund.amount),
                IntStream.range(0, shares.size())
                        .mapToObj(i -> shares.get(i).subtract(refund.shares.get(i)))
                        .toList());
    }
}
