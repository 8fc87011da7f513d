package io.databourse.pricing.value;

import io.databourse.money.Rational;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the query Q(x, y) = R(x), S(x, y), T(y) costs where only selections have a price: all of R,
/// S or T for one value of x or of y (Koutris, Upadhyaya, Balazinska, Howe, Suciu, Query-Based Data
/// Pricing, 2012). It is that of the cheapest selections from which the answer follows, found as a
/// minimum cut: a dearer price could be avoided by buying these.
public record ChainQueryPrice(Instance data, Prices prices) {
    private static final int MOST_VALUES = 50;

    /// The data, and the values that x and y can have.
    public record Instance(
            Set<String> xs, Set<String> ys, Set<String> r, Set<Pair> s, Set<String> t) {
        public Instance {
            xs = Set.copyOf(xs);
            ys = Set.copyOf(ys);
            r = Set.copyOf(r);
            s = Set.copyOf(s);
            t = Set.copyOf(t);
            if (xs.size() > MOST_VALUES || ys.size() > MOST_VALUES) {
                throw new IllegalArgumentException("more than " + MOST_VALUES + " values");
            }
            for (Pair fact : s) {
                if (!xs.contains(fact.x) || !ys.contains(fact.y)) {
                    throw new IllegalArgumentException(fact + " is of values that are not there");
                }
            }
            if (!xs.containsAll(r) || !ys.containsAll(t)) {
                throw new IllegalArgumentException("R or T is of values that are not there");
            }
        }
    }

    public record Pair(String x, String y) {}

    /// What a selection costs by its value.
    public record Prices(
            Map<String, Rational> rByX,
            Map<String, Rational> sByX,
            Map<String, Rational> sByY,
            Map<String, Rational> tByY) {
        public Prices {
            rByX = Map.copyOf(rByX);
            sByX = Map.copyOf(sByX);
            sByY = Map.copyOf(sByY);
            tByY = Map.copyOf(tByY);
        }
    }

    /// A row of the answer follows only from all three of its facts, and an absent row from one
    /// fact that is not so. R of x and T of y are therefore bought for each row of the answer. What
    /// is left is a path for each (x, y) which some selection has to cut: R by x, S by x, S by y, T
    /// by y in this order, passing by those that say nothing of the row.
    public Rational price() {
        MinimumCut network = new MinimumCut();
        Rational never =
                Rational.ONE
                        .plus(sum(prices.rByX()).plus(sum(prices.tByY())))
                        .plus(sum(prices.sByX()).plus(sum(prices.sByY())));
        for (String x : data.xs()) {
            network.edge("from", "R " + x, data.r().contains(x) ? never : of(prices.rByX(), x));
            network.edge("R " + x, "S " + x, of(prices.sByX(), x));
        }
        for (String y : data.ys()) {
            network.edge("s " + y, "t " + y, of(prices.sByY(), y));
            network.edge("t " + y, "to", data.t().contains(y) ? never : of(prices.tByY(), y));
        }
        Set<String> xs = new HashSet<>();
        Set<String> ys = new HashSet<>();
        for (String x : data.xs()) {
            for (String y : data.ys()) {
                boolean fact = data.s().contains(new Pair(x, y));
                boolean answer = fact && data.r().contains(x) && data.t().contains(y);
                if (answer) {
                    xs.add(x);
                    ys.add(y);
                }
                if (answer || !fact) {
                    network.edge("S " + x, "s " + y, never);
                } else {
                    network.edge("R " + x, "t " + y, never);
                }
            }
        }
        Rational bought = network.between("from", "to");
        for (String x : xs) {
            bought = bought.plus(of(prices.rByX(), x));
        }
        for (String y : ys) {
            bought = bought.plus(of(prices.tByY(), y));
        }
        return bought;
    }

    private static Rational sum(Map<String, Rational> prices) {
        return prices.values().stream().reduce(Rational.ZERO, Rational::plus);
    }

    private static Rational of(Map<String, Rational> prices, String value) {
        Rational price = prices.get(value);
        if (price == null) {
            throw new IllegalArgumentException("no selection of " + value + " has a price");
        }
        return price;
    }
}
