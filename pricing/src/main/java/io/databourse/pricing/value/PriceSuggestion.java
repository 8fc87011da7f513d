package io.databourse.pricing.value;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the approaches say together: from the lowest low to the highest high, and in the middle the
/// median of their best guesses. Where they lie far apart, so does the interval: nobody is told a
/// certainty that is not there.
public record PriceSuggestion(
        Money low, Money middle, Money high, String formula, List<Suggestion> approaches) {
    static final String FORMULA = "[min low, median of middles, max high]";

    public PriceSuggestion {
        approaches = List.copyOf(approaches);
    }

    /// @throws IllegalArgumentException if there is none, or they are in several currencies
    public static PriceSuggestion of(List<Suggestion> approaches) {
        if (approaches.isEmpty()) {
            throw new IllegalArgumentException("no approach is asked for");
        }
        if (approaches.stream().map(each -> each.low().currency()).distinct().count() > 1) {
            throw new IllegalArgumentException("the approaches are in several currencies");
        }
        return new PriceSuggestion(
                sorted(approaches.stream().map(Suggestion::low)).getFirst(),
                median(sorted(approaches.stream().map(Suggestion::middle))),
                sorted(approaches.stream().map(Suggestion::high)).getLast(),
                FORMULA,
                approaches);
    }

    private static List<Money> sorted(Stream<Money> amounts) {
        return amounts.sorted(Comparator.naturalOrder()).toList();
    }

    private static Money median(List<Money> sorted) {
        Money lower = sorted.get((sorted.size() - 1) / 2);
        Money upper = sorted.get(sorted.size() / 2);
        return lower.add(upper).times(Rational.of(1, 2));
    }
}
