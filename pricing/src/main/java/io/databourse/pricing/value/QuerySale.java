package io.databourse.pricing.value;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What queries cost one buyer who asks them one after the other, by [CoveragePrice].
///
/// @param others ways in which the data could have been otherwise: what it is worth to know that
///   they are not so; together the price of all data
public record QuerySale(List<Money> others, List<Query> queries) {
    private static final int MOST_OTHERS = 10_000;
    private static final int MOST_QUERIES = 100;
    private static final int AS_IT_IS = -1;

    public QuerySale {
        others = List.copyOf(others);
        queries = List.copyOf(queries);
        if (others.isEmpty() || others.size() > MOST_OTHERS || queries.size() > MOST_QUERIES) {
            throw new IllegalArgumentException(
                    "1 to %d other ways and up to %d queries".formatted(MOST_OTHERS, MOST_QUERIES));
        }
        for (Query query : queries) {
            if (query.answers.size() != others.size()) {
                throw new IllegalArgumentException(
                        "%s has %d answers, not one of each of the %d other ways"
                                .formatted(query.name, query.answers.size(), others.size()));
            }
        }
    }

    /// @param answer that the data give
    /// @param answers that they would give, in each of the other ways
    public record Query(String name, String answer, List<String> answers) {
        public Query {
            answers = List.copyOf(answers);
        }

        private String of(int way) {
            return way == AS_IT_IS ? answer : answers.get(way);
        }
    }

    /// @param alone what the query costs who has asked nothing before
    /// @param price what it costs after the queries before it
    public record Priced(String name, Money alone, Money price) {}

    public List<Priced> priced() {
        var price = new CoveragePrice<>(AS_IT_IS, ways());
        var known = new BitSet();
        return queries.stream()
                .map(query ->
                        new Priced(
                                query.name,
                                money(price.price(query::of)),
                                money(price.buy(query::of, known))))
                .toList();
    }

    private List<CoveragePrice.Other<Integer>> ways() {
        List<CoveragePrice.Other<Integer>> ways = new ArrayList<>();
        for (int way = 0; way < others.size(); way++) {
            // Adding up tells two currencies.
            Money worth = others.getFirst().times(0).add(others.get(way));
            ways.add(new CoveragePrice.Other<>(way, worth.major()));
        }
        return ways;
    }

    private Money money(Rational price) {
        return Money.rounded(price, others.getFirst().currency());
    }
}
