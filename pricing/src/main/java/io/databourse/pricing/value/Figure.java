package io.databourse.pricing.value;

import io.databourse.money.Money;
import io.databourse.money.Rational;

/// A number of a formula, as it went in or came out on the way.
///
/// @param symbol as the formula writes it
/// @param meaning what it is, or the name that the caller gave it
/// @param value a decimal of at most 8 digits after the point
public record Figure(String symbol, String meaning, String value) {
    static Figure of(String symbol, String meaning, Rational value) {
        return new Figure(symbol, meaning, Decimals.text(value));
    }

    static Figure of(String symbol, String meaning, Money value) {
        return new Figure(symbol, meaning, value.amount());
    }

    static Figure of(String symbol, String meaning, Interval value) {
        return new Figure(
                symbol, meaning, Decimals.text(value.low()) + " … " + Decimals.text(value.high()));
    }
}
