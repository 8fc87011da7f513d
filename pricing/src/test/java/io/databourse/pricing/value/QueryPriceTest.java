package io.databourse.pricing.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.Rational;
import io.databourse.pricing.value.ChainQueryPrice.Instance;
import io.databourse.pricing.value.ChainQueryPrice.Pair;
import io.databourse.pricing.value.ChainQueryPrice.Prices;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class QueryPriceTest {
    private static final List<String> XS = List.of("a1", "a2");
    private static final List<String> YS = List.of("b1", "b2");

    @Test
    void two_queries_never_cost_more_together_and_one_that_follows_never_costs_more() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int run = 0; run < 200; run++) {
            CoveragePrice<List<Integer>> price = anyTable(random);
            Function<List<Integer>, Object> one = anyQuery(random);
            Function<List<Integer>, Object> other = anyQuery(random);
            Function<List<Integer>, Object> both = d -> List.of(one.apply(d), other.apply(d));
            Function<List<Integer>, Object> follows = d -> one.apply(d).hashCode() % 3;

            Rational together = price.price(both);
            assertThat(together)
                    .isLessThanOrEqualTo(price.price(one).plus(price.price(other)))
                    .isGreaterThanOrEqualTo(price.price(one));
            assertThat(price.price(follows)).isLessThanOrEqualTo(price.price(one));

            BitSet known = new BitSet();
            Rational first = price.buy(one, known);
            assertThat(first.plus(price.buy(other, known))).isEqualTo(together);
            assertThat(price.buy(both, known)).isEqualTo(Rational.ZERO);
        }
    }

    @Test
    void all_data_cost_the_whole_price_and_what_says_nothing_costs_nothing() {
        CoveragePrice<List<Integer>> price = anyTable(new SplittableRandom(1));
        Rational whole =
                price.others().stream()
                        .filter(other -> !other.data().equals(price.data()))
                        .map(CoveragePrice.Other::weight)
                        .reduce(Rational.ZERO, Rational::plus);
        assertThat(price.price(data -> data)).isEqualTo(whole);
        assertThat(price.price(List::size)).isEqualTo(Rational.ZERO);
    }

    @Test
    void the_chain_query_of_the_paper_costs_six() {
        Instance data =
                new Instance(
                        Set.of("a1", "a2", "a3", "a4"),
                        Set.of("b1", "b2", "b3"),
                        Set.of("a1", "a2"),
                        Set.of(
                                new Pair("a1", "b1"),
                                new Pair("a1", "b2"),
                                new Pair("a2", "b2"),
                                new Pair("a4", "b1")),
                        Set.of("b1", "b3"));
        Map<String, Rational> x = each(data.xs());
        Map<String, Rational> y = each(data.ys());
        assertThat(new ChainQueryPrice(data, new Prices(x, x, y, y)).price())
                .isEqualTo(Rational.of(6));
        assertThatThrownBy(() -> new ChainQueryPrice(data, new Prices(x, x, y, Map.of())).price())
                .hasMessageContaining("has a price");
    }

    @Test
    void no_cheaper_selections_say_what_the_answer_is() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int run = 0; run < 40; run++) {
            Instance data = world(random.nextInt(256));
            Prices prices =
                    new Prices(any(XS, random), any(XS, random), any(YS, random), any(YS, random));
            assertThat(new ChainQueryPrice(data, prices).price()).isEqualTo(cheapest(data, prices));
        }
    }

    /// Tries all sets of selections: one is enough if every world that looks the same through it
    /// gives the same answer.
    private static Rational cheapest(Instance data, Prices prices) {
        Rational least = null;
        for (int views = 0; views < 256; views++) {
            Rational cost = cost(views, prices);
            if ((least == null || cost.compareTo(least) < 0) && determines(views, data)) {
                least = cost;
            }
        }
        return Objects.requireNonNull(least);
    }

    private static boolean determines(int views, Instance data) {
        Set<Object> seen = seen(views, data);
        Set<Pair> answer = answer(data);
        for (int bits = 0; bits < 256; bits++) {
            Instance other = world(bits);
            if (seen(views, other).equals(seen) && !answer(other).equals(answer)) {
                return false;
            }
        }
        return true;
    }

    private static Set<Object> seen(int views, Instance data) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            String x = XS.get(i);
            String y = YS.get(i);
            if (has(views, i) && data.r().contains(x)) {
                seen.add("R" + x);
            }
            if (has(views, 6 + i) && data.t().contains(y)) {
                seen.add("T" + y);
            }
            for (Pair pair : data.s()) {
                if ((has(views, 2 + i) && pair.x().equals(x))
                        || (has(views, 4 + i) && pair.y().equals(y))) {
                    seen.add(pair);
                }
            }
        }
        return seen;
    }

    private static Rational cost(int views, Prices prices) {
        Rational cost = Rational.ZERO;
        List<Map<String, Rational>> kinds =
                List.of(prices.rByX(), prices.sByX(), prices.sByY(), prices.tByY());
        for (int view = 0; view < 8; view++) {
            String value = (view < 4 ? XS : YS).get(view % 2);
            if (has(views, view)) {
                cost = cost.plus(Objects.requireNonNull(kinds.get(view / 2).get(value)));
            }
        }
        return cost;
    }

    private static Set<Pair> answer(Instance data) {
        Set<Pair> answer = new HashSet<>(data.s());
        answer.removeIf(pair -> !data.r().contains(pair.x()) || !data.t().contains(pair.y()));
        return answer;
    }

    private static Instance world(int bits) {
        Set<String> r = new HashSet<>();
        Set<Pair> s = new HashSet<>();
        Set<String> t = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            if (has(bits, i)) {
                r.add(XS.get(i));
            }
            if (has(bits, 2 + i)) {
                t.add(YS.get(i));
            }
            for (int j = 0; j < 2; j++) {
                if (has(bits, 4 + 2 * i + j)) {
                    s.add(new Pair(XS.get(i), YS.get(j)));
                }
            }
        }
        return new Instance(Set.copyOf(XS), Set.copyOf(YS), r, s, t);
    }

    private static boolean has(int bits, int bit) {
        return ((bits >> bit) & 1) == 1;
    }

    private static Map<String, Rational> each(Set<String> values) {
        Map<String, Rational> prices = new HashMap<>();
        values.forEach(value -> prices.put(value, Rational.ONE));
        return prices;
    }

    private static Map<String, Rational> any(List<String> values, SplittableRandom random) {
        Map<String, Rational> prices = new HashMap<>();
        values.forEach(value -> prices.put(value, Rational.of(random.nextInt(1, 6))));
        return prices;
    }

    private static CoveragePrice<List<Integer>> anyTable(SplittableRandom random) {
        List<CoveragePrice.Other<List<Integer>>> others = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            others.add(
                    new CoveragePrice.Other<>(
                            anyRows(random), Rational.of(random.nextInt(1, 9), 7)));
        }
        return new CoveragePrice<>(anyRows(random), others);
    }

    private static List<Integer> anyRows(SplittableRandom random) {
        return random.ints(4, 0, 3).boxed().toList();
    }

    private static Function<List<Integer>, Object> anyQuery(SplittableRandom random) {
        int row = random.nextInt(4);
        return switch (random.nextInt(3)) {
            case 0 -> rows -> rows.get(row);
            case 1 -> rows -> rows.stream().mapToInt(each -> each).sum();
            default -> rows -> rows.stream().filter(each -> each == row).count();
        };
    }
}
