package io.databourse.pricing.book;

import java.util.List;

/// A line of an explanation as it travels: numbers are decimals, or fractions such as `1/3`.
public record ExplainedLine(
        ExplainedStep.Kind kind,
        Meter meter,
        String term,
        String quantity,
        String price,
        String amount,
        String total,
        String zh,
        String en) {
    public static List<ExplainedLine> of(Explanation explanation) {
        return explanation.steps().stream().map(ExplainedLine::of).toList();
    }

    private static ExplainedLine of(ExplainedStep step) {
        return new ExplainedLine(
                step.kind(),
                step.meter(),
                PriceText.text(step.term()),
                PriceText.text(step.quantity()),
                PriceText.text(step.price()),
                PriceText.text(step.amount()),
                PriceText.text(step.total()),
                step.zh(),
                step.en());
    }
}
