package io.databourse.pricing.value;

import io.databourse.money.Money;
import java.util.List;

/// What a price could be by one approach: never a single number, always with the formula and every
/// number that went into it.
///
/// @param middle the best guess
public record Suggestion(
        Approach approach,
        Money low,
        Money middle,
        Money high,
        String formula,
        List<Figure> figures) {
    public Suggestion {
        figures = List.copyOf(figures);
        if (low.compareTo(middle) > 0 || middle.compareTo(high) > 0) {
            throw new IllegalArgumentException("%s … %s … %s".formatted(low, middle, high));
        }
    }
}
