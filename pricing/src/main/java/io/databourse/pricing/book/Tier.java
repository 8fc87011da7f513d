package io.databourse.pricing.book;

import io.databourse.money.Rational;
import java.util.List;

/// One rung of a ladder (阶梯): what lies above `above`, up to where the next tier begins, costs
/// `unit` each; entering the tier costs `flat` once. Amounts are in major units.
public record Tier(long above, Rational unit, Rational flat) {
    private static final int MOST = 100;

    public Tier {
        Amounts.requireNotNegative("a tier begins", Rational.of(above));
        Amounts.requireNotNegative("a tier's unit price", unit);
        Amounts.requireNotNegative("a tier's flat fee", flat);
    }

    /// A tier without a flat fee: `Tier.of(1_000, "0.05")`.
    public static Tier of(long above, String unit) {
        return new Tier(above, Rational.parse(unit), Rational.ZERO);
    }

    public static Tier of(long above, String unit, String flat) {
        return new Tier(above, Rational.parse(unit), Rational.parse(flat));
    }

    boolean isEnteredBy(Rational quantity) {
        return quantity.compareTo(Rational.of(above)) > 0;
    }

    static List<Tier> ladder(List<Tier> tiers) {
        if (tiers.size() > MOST) {
            throw new IllegalArgumentException("more than %d tiers".formatted(MOST));
        }
        if (tiers.isEmpty() || tiers.getFirst().above != 0) {
            throw new IllegalArgumentException("the first tier begins above 0");
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).above <= tiers.get(i - 1).above) {
                throw new IllegalArgumentException(
                        "the tiers do not rise at " + tiers.get(i).above);
            }
        }
        return List.copyOf(tiers);
    }
}
