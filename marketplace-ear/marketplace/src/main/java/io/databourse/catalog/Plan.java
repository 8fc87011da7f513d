package io.databourse.catalog;

import io.databourse.money.Money;
import io.databourse.money.UnitPrice;

/// A pack of units that can be bought.
///
/// @param unitPrice the price of one unit as text: a decimal if there is a short one, else a
///   fraction
public record Plan(
        PlanId id, String name, long units, Money price, String unitPrice, int validityDays) {
    static Plan of(PlanOffer offer) {
        return new Plan(
                PlanId.next(),
                offer.name(),
                offer.units(),
                offer.price(),
                unitPriceText(offer.price(), offer.units()),
                offer.validityDays());
    }

    private static String unitPriceText(Money price, long units) {
        return price.minor() % units == 0
                ? Money.ofMinor(price.minor() / units, price.currency()).toString()
                : UnitPrice.ofPart(price, units).major() + " " + price.currency();
    }
}
