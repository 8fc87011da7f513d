package io.databourse.pricing;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.money.UnitPrice;
import java.util.List;

/// What a buyer would pay for `quantity` times a plan, and how that came about, step by step. All
/// amounts include VAT.
///
/// Time is the order stage's concern: a quote here never expires.
public record Quote(PricePlan plan, long quantity, long units, Money total, List<Step> steps) {
    public Quote {
        steps = List.copyOf(steps);
    }

    /// One line of the explanation: what was done and the running amount after it.
    public record Step(String text, Money amount) {}

    public static Quote of(PricePlan plan, long quantity) {
        if (quantity < 1) {
            throw new IllegalArgumentException("the quantity is at least 1: " + quantity);
        }
        return switch (plan) {
            case PricePlan.Pack pack -> ofPack(pack, quantity);
        };
    }

    /// The price of one unit, exact.
    public UnitPrice unitPrice() {
        return UnitPrice.ofPart(total, units);
    }

    /// The part of the total that is VAT at this rate, rounded half up.
    public Money containedVat(Rational vatRate) {
        return SplitTerms.containedVat(total, vatRate);
    }

    private static Quote ofPack(PricePlan.Pack pack, long quantity) {
        long units = Math.multiplyExact(pack.units(), quantity);
        Money total = pack.price().times(quantity);
        List<Step> steps =
                List.of(
                        new Step("pack of " + pack.units() + " units", pack.price()),
                        new Step("× " + quantity + " = " + units + " units", total));
        return new Quote(pack, quantity, units, total, steps);
    }
}
