package io.databourse.pricing.book;

import io.databourse.money.Rational;

/// One line of the arithmetic: `amount` was added to what came before, and `total` stands after it,
/// both exact and in major units. `term` is the number that the price names: the free units, a
/// block, the beginning of a tier, a share, a minimum, a cap, the most of a call.
///
/// The sentences say the same to people.
public record ExplainedStep(
        Kind kind,
        Meter meter,
        Rational term,
        Rational quantity,
        Rational price,
        Rational amount,
        Rational total) {
    /// What a line does.
    public enum Kind {
        FREE,
        FREE_UNITS,
        CALL_LIMIT,
        ONE_OFF,
        NEGOTIATED,
        UNITS,
        BLOCKS,
        TIER,
        TIER_ENTRY,
        VOLUME,
        DISCOUNT,
        MINIMUM,
        CAP,
        ROUNDING
    }

    public String zh() {
        return Sentences.zh(this);
    }

    public String en() {
        return Sentences.en(this);
    }
}
