package io.databourse.pricing.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.value.CostApproach.Cost;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApproachTest {
    private static final DataFeatures LIKE = features("aviation");

    @Test
    void cost_is_what_it_takes_to_make_it_again_with_a_return_as_far_as_it_is_of_use() {
        Suggestion suggestion = cost().suggest();
        assertThat(amounts(suggestion)).containsExactly("920000.00", "1150000.00", "1380000.00");
        assertThat(suggestion.formula()).isEqualTo("P = ΣC × (1 + R) × U × Q");
        assertThat(suggestion.figures())
                .containsExactly(
                        new Figure("C", "collection", "600000.00"),
                        new Figure("C", "cleaning", "400000.00"),
                        new Figure("ΣC", "cost to make it again", "1000000.00"),
                        new Figure("R", "return", "0.15"),
                        new Figure("U", "utility", "0.8 … 1.2"),
                        new Figure("Q", "quality", "1"));
    }

    @Test
    void income_is_discounted_year_by_year_and_a_higher_rate_pays_less() {
        Suggestion suggestion = income().suggest();
        // At 10 % the incomes are 100 each today, of which a half is the data's; at 0 % 231.
        assertThat(amounts(suggestion)).containsExactly("100.00", "107.26", "115.50");
        assertThat(suggestion.figures())
                .contains(
                        new Figure("F", "income of year 2", "121.00"),
                        new Figure("s", "share of the data", "0.5"),
                        new Figure("i", "discount rate", "0 … 0.1"));
    }

    @Test
    void market_is_the_median_of_like_deals_with_the_error_that_it_makes_on_them() {
        Suggestion suggestion = market(3).suggest();
        assertThat(amounts(suggestion)).containsExactly("80.00", "100.00", "150.00");
        // Without 80: 125, off by 45/80; without 100: 115, 15/100; without 150: 90, 60/150.
        assertThat(suggestion.figures())
                .contains(
                        new Figure("e", "mean error when each deal is left out", "0.37083333"),
                        new Figure("weight", "second", "10"));
    }

    @Test
    void a_deal_is_corrected_by_its_factors_and_an_unlike_one_does_not_count() {
        List<Deal> deals =
                List.of(
                        deal("bank", "9000", features("banking")),
                        new Deal(
                                "old",
                                Money.cny("100"),
                                LIKE,
                                List.of(factor("date", "1.05"), factor("size", "0.9"))),
                        deal("bank 2", "9000", features("banking")));
        Suggestion suggestion = new MarketApproach(LIKE, deals, 1).suggest();
        assertThat(amounts(suggestion)).containsExactly("94.50", "94.50", "94.50");
        assertThat(suggestion.figures())
                .contains(new Figure("factor", "old: date", "1.05"))
                .doesNotContain(new Figure("price", "bank", "9000.00"));
    }

    @Test
    void products_are_as_far_apart_as_their_six_features_on_average() {
        DataFeatures half = new DataFeatures("aviation", 50, 10, 20, Rational.parse("0.5"), true);
        // Rows 1/2, fields 0, age 1/2, quality 3/10, exclusivity 1, industry 0.
        assertThat(LIKE.distance(half)).isEqualTo(Rational.parse("2.3").dividedBy(Rational.of(6)));
        assertThat(half.distance(LIKE)).isEqualTo(LIKE.distance(half));
        assertThat(LIKE.distance(LIKE)).isEqualTo(Rational.ZERO);
    }

    @Test
    void weights_count_in_the_median_and_where_they_halve_it_lies_between() {
        assertThat(quantile("1/2", "1:1", "2:1", "9:3")).isEqualTo(Rational.of(9));
        assertThat(quantile("1/2", "1:1", "2:2", "9:3")).isEqualTo(Rational.of(11, 2));
        assertThat(quantile("1/4", "1:1", "2:2", "9:3")).isEqualTo(Rational.of(2));
        assertThat(quantile("1/2", "5:1", "1:0")).isEqualTo(Rational.of(5));
    }

    @Test
    void together_they_reach_from_the_lowest_to_the_highest() {
        PriceSuggestion all =
                PriceSuggestion.of(
                        List.of(cost().suggest(), income().suggest(), market(2).suggest()));
        assertThat(all.low()).isEqualTo(Money.cny("80.00"));
        assertThat(all.middle()).isEqualTo(Money.cny("107.26"));
        assertThat(all.high()).isEqualTo(Money.cny("1380000.00"));
        PriceSuggestion two = PriceSuggestion.of(List.of(income().suggest(), market(3).suggest()));
        assertThat(two.middle()).isEqualTo(Money.cny("103.63"));
        assertThatThrownBy(() -> PriceSuggestion.of(List.of()))
                .hasMessage("no approach is asked for");
    }

    @Test
    void inputs_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> new Interval(Rational.ONE, Rational.ZERO))
                .hasMessage("1 is above 0");
        assertThatThrownBy(() -> new MarketApproach(LIKE, List.of(), 1))
                .hasMessage("0 deals, not 3 to 200");
        assertThatThrownBy(() -> market(4)).hasMessage("nearest is not 1 to 3");
        assertThatThrownBy(() -> deal("free", "0", LIKE)).hasMessageContaining("has a price");
        assertThatThrownBy(() ->
                        new IncomeApproach(
                                List.of(Money.cny("1")), Rational.of(2), interval("0", "1")))
                .hasMessage("the share is not within 0 and 1: 2");
        assertThatThrownBy(() ->
                        new CostApproach(
                                List.of(), Rational.ZERO, interval("1", "1"), Optional.empty()))
                .hasMessage("no cost is named");
    }

    private static CostApproach cost() {
        return new CostApproach(
                List.of(
                        new Cost("collection", Money.cny("600000")),
                        new Cost("cleaning", Money.cny("400000"))),
                Rational.parse("0.15"),
                interval("0.8", "1.2"),
                Optional.empty());
    }

    private static IncomeApproach income() {
        return new IncomeApproach(
                List.of(Money.cny("110"), Money.cny("121")),
                Rational.of(1, 2),
                interval("0", "0.1"));
    }

    private static MarketApproach market(int nearest) {
        List<Deal> deals =
                List.of(
                        deal("first", "80", LIKE),
                        deal("second", "100", LIKE),
                        deal("third", "150", LIKE));
        return new MarketApproach(LIKE, deals, nearest);
    }

    private static Deal deal(String name, String price, DataFeatures features) {
        return new Deal(name, Money.cny(price), features, List.of());
    }

    private static Deal.Factor factor(String name, String value) {
        return new Deal.Factor(name, Rational.parse(value));
    }

    private static DataFeatures features(String industry) {
        return new DataFeatures(industry, 100, 10, 10, Rational.parse("0.8"), false);
    }

    private static Interval interval(String low, String high) {
        return new Interval(Rational.parse(low), Rational.parse(high));
    }

    private static Rational quantile(String part, String... values) {
        return WeightedMedian.quantile(
                Stream.of(values)
                        .map(text -> text.split(":", -1))
                        .map(pair ->
                                new WeightedMedian.Weighted(
                                        Rational.parse(pair[0]), Rational.parse(pair[1])))
                        .toList(),
                Rational.parseFraction(part));
    }

    private static List<String> amounts(Suggestion suggestion) {
        return Stream.of(suggestion.low(), suggestion.middle(), suggestion.high())
                .map(Money::amount)
                .toList();
    }
}
