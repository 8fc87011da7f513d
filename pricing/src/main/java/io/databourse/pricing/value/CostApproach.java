package io.databourse.pricing.value;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What it would cost to make the data again, with a return, as far as it is of use, 成本法.
///
/// @param costs collection, cleaning, storage, labelling and whatever else was spent
/// @param returnRate what the spender wants on top: 0.15 is 15 %
/// @param utility which part of the cost is of use to a buyer; above 1 where the data is rare
/// @param quality between 0 and 1; without it the data counts as faultless
public record CostApproach(
        List<Cost> costs, Rational returnRate, Interval utility, Optional<QualityScore> quality) {
    static final String FORMULA = "P = ΣC × (1 + R) × U × Q";

    public CostApproach {
        costs = List.copyOf(costs);
        if (costs.isEmpty()) {
            throw new IllegalArgumentException("no cost is named");
        }
        if (returnRate.signum() < 0) {
            throw new IllegalArgumentException("the return is negative: " + returnRate);
        }
    }

    public record Cost(String name, Money amount) {
        public Cost {
            if (amount.isNegative()) {
                throw new IllegalArgumentException("a cost is negative: " + amount);
            }
        }
    }

    public Suggestion suggest() {
        List<Figure> figures = new ArrayList<>();
        Money sum = Money.zero(costs.getFirst().amount().currency());
        for (Cost cost : costs) {
            figures.add(Figure.of("C", cost.name(), cost.amount()));
            sum = sum.add(cost.amount());
        }
        figures.add(Figure.of("ΣC", "cost to make it again", sum));
        figures.add(Figure.of("R", "return", returnRate));
        figures.add(Figure.of("U", "utility", utility));
        Rational score = quality.map(QualityScore::score).orElse(Rational.ONE);
        figures.add(Figure.of("Q", "quality", score));
        quality.ifPresent(found -> figures.addAll(found.figures()));
        Rational factor = Rational.ONE.plus(returnRate).times(score);
        return new Suggestion(
                Approach.COST,
                sum.times(factor.times(utility.low())),
                sum.times(factor.times(utility.middle())),
                sum.times(factor.times(utility.high())),
                FORMULA,
                figures);
    }
}
