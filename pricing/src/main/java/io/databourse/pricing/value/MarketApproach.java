package io.databourse.pricing.value;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.value.WeightedMedian.Weighted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the like was sold for, 市场法: the weighted median of the nearest closed deals, each corrected
/// to the product. The interval is that of the weighted quartiles, and the error that the same
/// method makes on the deals themselves is told with it.
///
/// @param nearest how many deals count
public record MarketApproach(DataFeatures product, List<Deal> deals, int nearest) {
    static final String FORMULA = "P = weighted median of k nearest (price × Π factors)";
    private static final int FEWEST = 3;
    private static final int MOST = 200;

    public MarketApproach {
        deals = List.copyOf(deals);
        if (deals.size() < FEWEST || deals.size() > MOST) {
            throw new IllegalArgumentException(
                    "%d deals, not %d to %d".formatted(deals.size(), FEWEST, MOST));
        }
        if (nearest < 1 || nearest > deals.size()) {
            throw new IllegalArgumentException("nearest is not 1 to %d".formatted(deals.size()));
        }
        CurrencyCode currency = deals.getFirst().price().currency();
        if (deals.stream().anyMatch(deal -> deal.price().currency() != currency)) {
            throw new IllegalArgumentException("the deals are in several currencies");
        }
    }

    public Suggestion suggest() {
        List<Deal> near = nearest(product, deals);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("k", "deals that count", Rational.of(near.size())));
        for (Deal deal : near) {
            figures.add(Figure.of("price", deal.name(), deal.price()));
            for (Deal.Factor factor : deal.factors()) {
                figures.add(
                        Figure.of("factor", deal.name() + ": " + factor.name(), factor.value()));
            }
            figures.add(Figure.of("weight", deal.name(), weight(product, deal)));
        }
        figures.add(Figure.of("e", "mean error when each deal is left out", leaveOneOutError()));
        List<Weighted> prices = weighted(product, near);
        return new Suggestion(
                Approach.MARKET,
                quantile(prices, Rational.of(1, 4)),
                quantile(prices, Rational.of(1, 2)),
                quantile(prices, Rational.of(3, 4)),
                FORMULA,
                figures);
    }

    /// Guesses each deal from the others and averages how far off that is, as a part of its price.
    Rational leaveOneOutError() {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < deals.size(); i++) {
            Deal left = deals.get(i);
            List<Deal> others = new ArrayList<>(deals);
            others.remove(i);
            List<Weighted> prices = weighted(left.features(), nearest(left.features(), others));
            Rational gap =
                    WeightedMedian.quantile(prices, Rational.of(1, 2)).minus(left.corrected());
            sum = sum.plus(gap.max(gap.negate()).dividedBy(left.corrected()));
        }
        return sum.dividedBy(Rational.of(deals.size()));
    }

    private List<Deal> nearest(DataFeatures to, List<Deal> among) {
        return among.stream()
                .sorted(Comparator.comparing(deal -> to.distance(deal.features())))
                .limit(nearest)
                .toList();
    }

    /// A deal counts the less the less alike it is, and something always.
    private static Rational weight(DataFeatures to, Deal deal) {
        return Rational.ONE.dividedBy(Rational.of(1, 10).plus(to.distance(deal.features())));
    }

    private static List<Weighted> weighted(DataFeatures to, List<Deal> deals) {
        return deals.stream()
                .map(deal -> new Weighted(deal.corrected(), weight(to, deal)))
                .toList();
    }

    private Money quantile(List<Weighted> prices, Rational part) {
        return Money.ofMinor(
                WeightedMedian.quantile(prices, part).roundHalfUp(),
                deals.getFirst().price().currency());
    }
}
