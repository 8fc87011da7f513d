package io.databourse.pricing;

import io.databourse.money.Money;

/// What a merchant asks for the use of a product. More kinds join as the exchange sells them.
public sealed interface PricePlan {
    /// The price, VAT included.
    Money price();

    /// A quota pack (次包): so many units for one price, to be used within so many days from the day
    /// the contract begins.
    record Pack(long units, Money price, int validityDays) implements PricePlan {
        public Pack {
            if (units < 1) {
                throw new IllegalArgumentException("a pack has at least one unit: " + units);
            }
            if (validityDays < 1) {
                throw new IllegalArgumentException("a pack is valid a day or more");
            }
            if (price.isNegative()) {
                throw new IllegalArgumentException("the price is negative: " + price);
            }
        }
    }
}
