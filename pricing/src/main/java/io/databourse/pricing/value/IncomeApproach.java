package io.databourse.pricing.value;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.util.ArrayList;
import java.util.List;

/// What the data will earn, discounted to today, 收益法. The interval is that of the discount rate:
/// who asks more for the risk pays less.
///
/// @param incomes expected of the first year, the second and so on
/// @param share which part of them the data brings about, the rest being others' work
/// @param discountRate 0.08 is 8 % a year
public record IncomeApproach(List<Money> incomes, Rational share, Interval discountRate) {
    static final String FORMULA = "P = Σ s·Fₜ / (1 + i)ᵗ";
    private static final int MOST_YEARS = 50;

    public IncomeApproach {
        incomes = List.copyOf(incomes);
        if (incomes.isEmpty() || incomes.size() > MOST_YEARS) {
            throw new IllegalArgumentException(
                    "%d years, not 1 to %d".formatted(incomes.size(), MOST_YEARS));
        }
        if (incomes.stream().anyMatch(Money::isNegative)) {
            throw new IllegalArgumentException("an income is negative");
        }
        if (share.signum() < 0 || share.compareTo(Rational.ONE) > 0) {
            throw new IllegalArgumentException("the share is not within 0 and 1: " + share);
        }
    }

    public Suggestion suggest() {
        List<Figure> figures = new ArrayList<>();
        for (int year = 1; year <= incomes.size(); year++) {
            figures.add(Figure.of("F", "income of year " + year, incomes.get(year - 1)));
        }
        figures.add(Figure.of("s", "share of the data", share));
        figures.add(Figure.of("i", "discount rate", discountRate));
        return new Suggestion(
                Approach.INCOME,
                at(discountRate.high()),
                at(discountRate.middle()),
                at(discountRate.low()),
                FORMULA,
                figures);
    }

    private Money at(Rational rate) {
        Rational present = Rational.ZERO;
        for (int year = 1; year <= incomes.size(); year++) {
            Rational income = Rational.of(incomes.get(year - 1).minor());
            present = present.plus(income.dividedBy(Decimals.power(Rational.ONE.plus(rate), year)));
        }
        return Money.ofMinor(present.times(share).roundHalfUp(), incomes.getFirst().currency());
    }
}
