package io.databourse.pricing.book;

import io.databourse.money.Rational;

/// So many units for one price in major units, as often as a buyer likes.
public record Offer(long units, Rational price) {
    public Offer {
        if (units < 1) {
            throw new IllegalArgumentException("an offer has a unit or more: " + units);
        }
        Amounts.requireNotNegative("the price of an offer", price);
    }

    Rational perUnit() {
        return price.dividedBy(Rational.of(units));
    }
}
