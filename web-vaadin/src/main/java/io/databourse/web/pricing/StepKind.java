package io.databourse.web.pricing;

import java.util.Arrays;

/// The kinds of steps that a price is made of, in the order in which they are offered.
enum StepKind {
    PER_UNIT("per-unit", true, "0.40"),
    PER_RESULT("per-result", false, "0.50 0.10 0"),
    PER_BLOCK("per-block", true, "1000 1"),
    GRADUATED("graduated", true, "0:0.10 1000:0.05"),
    VOLUME("volume", true, "0:0.10 1000:0.05"),
    ONE_OFF("one-off", false, "500"),
    PER_PERIOD("per-period", false, "99.99 DAY"),
    NEGOTIATED("negotiated", false, "500 deal-7"),
    FREE("free", false, ""),
    FREE_UNITS("free-units", true, "100"),
    AT_MOST("at-most", true, "1000"),
    DISCOUNT("discount", false, "0.1"),
    MINIMUM("minimum", false, "50"),
    CAP("cap", false, "90");

    private final String word;
    private final boolean counts;
    private final String example;

    StepKind(String word, boolean counts, String example) {
        this.word = word;
        this.counts = counts;
        this.example = example;
    }

    static StepKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    /// As [io.databourse.pricing.book.PriceText] writes it.
    String word() {
        return word;
    }

    /// Whether it counts a meter.
    boolean counts() {
        return counts;
    }

    /// What its numbers look like; empty if it has none.
    String example() {
        return example;
    }
}
