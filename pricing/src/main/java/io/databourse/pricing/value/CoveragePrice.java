package io.databourse.pricing.value;

import io.databourse.money.Rational;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// What a query costs by what its answer tells (weighted coverage; Deep, Koutris, QIRANA, 2017). Of
/// many ways in which the data could have been otherwise, the answer rules some out; their weights
/// are the price. So a query that another one determines never costs more than that one, and two
/// together never more than each by itself.
///
/// @param data as it is
/// @param others as it could have been, with what it is worth to know that it is not so; the
///   weights add up to the price of all data
public record CoveragePrice<D>(D data, List<Other<D>> others) {
    public CoveragePrice {
        others = List.copyOf(others);
    }

    public record Other<D>(D data, Rational weight) {
        public Other {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("a weight is negative: " + weight);
            }
        }
    }

    /// @param known what the buyer has ruled out by its earlier queries, of which nothing is paid
    ///   again; what this answer rules out is added
    public Rational buy(Function<? super D, ?> query, BitSet known) {
        Object answer = query.apply(data);
        Rational price = Rational.ZERO;
        for (int i = 0; i < others.size(); i++) {
            Other<D> other = others.get(i);
            if (!known.get(i) && !Objects.equals(query.apply(other.data()), answer)) {
                known.set(i);
                price = price.plus(other.weight());
            }
        }
        return price;
    }

    /// What it costs a new buyer.
    public Rational price(Function<? super D, ?> query) {
        return buy(query, new BitSet());
    }
}
