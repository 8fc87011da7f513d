package io.databourse.pricing.value;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.util.List;

/// A closed deal about a comparable product, 可比案例.
///
/// @param factors by what its price is corrected to what the like of ours would have cost, such as
///   1.05 for a deal of last year
public record Deal(String name, Money price, DataFeatures features, List<Factor> factors) {
    public Deal {
        factors = List.copyOf(factors);
        if (!price.isPositive()) {
            throw new IllegalArgumentException("a deal has a price: " + name);
        }
    }

    public record Factor(String name, Rational value) {
        public Factor {
            if (value.signum() <= 0) {
                throw new IllegalArgumentException("a factor is positive: " + name);
            }
        }
    }

    /// In minor units, exact.
    Rational corrected() {
        Rational corrected = Rational.of(price.minor());
        for (Factor factor : factors) {
            corrected = corrected.times(factor.value());
        }
        return corrected;
    }
}
