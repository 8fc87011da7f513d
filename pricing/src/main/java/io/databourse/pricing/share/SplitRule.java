package io.databourse.pricing.share;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// How an amount goes to several parties, 分账规则. The shares come in the order of the parties, add up
/// to the amount always, and those of a negative amount are the negated shares of its magnitude.
public sealed interface SplitRule {
    int parties();

    /// One amount, split once.
    default List<Money> split(Money amount) {
        return split(amount, Rounding.LARGEST_REMAINDER);
    }

    default List<Money> split(Money amount, Rounding rounding) {
        return amount.isNegative()
                ? share(amount.negate(), rounding).stream().map(Money::negate).toList()
                : share(amount, rounding);
    }

    /// Splits an amount that is not negative.
    List<Money> share(Money amount, Rounding rounding);

    /// By parts of the whole, which add up to 1: 30 % is 3/10.
    record Percent(List<Rational> parts) implements SplitRule {
        public Percent {
            parts = List.copyOf(parts);
            Rational sum = Weights.sum(parts);
            if (!sum.equals(Rational.ONE)) {
                throw new IllegalArgumentException("the parts add up to %s, not 1".formatted(sum));
            }
        }

        @Override
        public int parties() {
            return parts.size();
        }

        @Override
        public List<Money> share(Money amount, Rounding rounding) {
            return rounding.split(amount, parts);
        }
    }

    /// First each party's fixed amount, one after the other as far as the money goes; then the rest
    /// by another rule.
    record Fixed(List<Money> amounts, SplitRule rest) implements SplitRule {
        public Fixed {
            amounts = List.copyOf(amounts);
            Weights.sameParties(amounts.size(), rest.parties());
            for (Money amount : amounts) {
                if (amount.isNegative()) {
                    throw new IllegalArgumentException("a fixed amount is negative: " + amount);
                }
            }
        }

        @Override
        public int parties() {
            return amounts.size();
        }

        @Override
        public List<Money> share(Money amount, Rounding rounding) {
            Money left = amount;
            List<Money> shares = new ArrayList<>();
            for (Money fixed : amounts) {
                Money share = fixed.compareTo(left) < 0 ? fixed : left;
                shares.add(share);
                left = left.subtract(share);
            }
            return Weights.add(shares, rest.share(left, rounding));
        }
    }

    /// Stretch after stretch, 瀑布: the first one is filled before the second one gets anything. The
    /// last has no end.
    record Waterfall(List<Stage> stages) implements SplitRule {
        public Waterfall {
            stages = List.copyOf(stages);
            if (stages.isEmpty()) {
                throw new IllegalArgumentException("a waterfall has a stage");
            }
            for (int i = 0; i < stages.size(); i++) {
                Stage stage = stages.get(i);
                Weights.sameParties(stages.getFirst().weights.size(), stage.weights.size());
                boolean last = i == stages.size() - 1;
                if (stage.size.isPresent() == last) {
                    throw new IllegalArgumentException("every stage but the last ends");
                }
            }
        }

        @Override
        public int parties() {
            return stages.getFirst().weights.size();
        }

        @Override
        public List<Money> share(Money amount, Rounding rounding) {
            Money left = amount;
            List<Money> shares = Collections.nCopies(parties(), Money.zero(amount.currency()));
            for (Stage stage : stages) {
                Money whole = left;
                Money within = stage.size.filter(size -> size.compareTo(whole) < 0).orElse(whole);
                shares = Weights.add(shares, rounding.split(within, stage.weights));
                left = left.subtract(within);
            }
            return shares;
        }
    }

    /// @param size how much of the amount; the last stage takes what is left
    /// @param weights whose proportion counts, not their sum
    record Stage(Optional<Money> size, List<Rational> weights) {
        public Stage {
            weights = List.copyOf(weights);
            if (Weights.sum(weights).signum() == 0) {
                throw new IllegalArgumentException("no weight is positive");
            }
            if (size.filter(money -> !money.isPositive()).isPresent()) {
                throw new IllegalArgumentException("a stage of nothing");
            }
        }
    }

    /// In proportion to what each contributed.
    record ByContribution(Contribution contribution, NegativeRule negative) implements SplitRule {
        /// @throws IllegalArgumentException if somebody would have to pay
        public ByContribution {
            contribution.payable(negative);
        }

        @Override
        public int parties() {
            return contribution.values().size();
        }

        @Override
        public List<Money> share(Money amount, Rounding rounding) {
            return rounding.split(amount, contribution.payable(negative));
        }
    }
}
