package io.databourse.pricing.value;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// What an answer with noise costs (Li, Li, Miklau, Suciu, A Theory of Pricing Private Data, 2014):
/// p(v) = c · v^(−k) for an answer whose Laplace noise has the variance v. Such an answer spends
/// the privacy budget ε = Δ · √(2/v) of everybody in the data.
///
/// Who averages m answers of variance m·v has one of variance v and paid m^(1−k) · p(v). So the
/// price can be undercut exactly if k > 1.
///
/// @param atOne c, the price at variance 1
/// @param exponent k, in steps of one half
/// @param sensitivity Δ, how much one person can change the answer
/// @param owners who is in the data and what it asks for its privacy
public record NoisePrice(Money atOne, Rational exponent, Rational sensitivity, List<Owner> owners) {
    public static final String FORMULA = "p(v) = c · v^(−k); ε = Δ · √(2/v)";

    private static final Rational TWO = Rational.of(2);
    private static final Rational MOST = Rational.of(10);

    public NoisePrice {
        owners = List.copyOf(owners);
        if (atOne.isNegative()) {
            throw new IllegalArgumentException("the price is negative: " + atOne);
        }
        if (!exponent.times(TWO).denominator().equals(BigInteger.ONE)
                || exponent.signum() < 0
                || exponent.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "the exponent is not 0, 1/2, 1, 3/2 … 10: " + exponent);
        }
        if (sensitivity.signum() <= 0) {
            throw new IllegalArgumentException("the sensitivity is not positive");
        }
    }

    /// @param perEpsilon what it gets for each unit of ε
    public record Owner(String name, Money perEpsilon) {
        public Owner {
            if (perEpsilon.isNegative()) {
                throw new IllegalArgumentException("a payment is negative: " + perEpsilon);
            }
        }
    }

    /// @param epsilon what of the privacy budget is spent
    /// @param owed what the owners get of it together, each rounded half up
    /// @param covered whether the price pays the owners
    /// @param cheaper how to get as good an answer for less
    public record Quote(
            Rational variance,
            Rational epsilon,
            Money price,
            Money owed,
            boolean covered,
            Optional<Cheaper> cheaper) {}

    /// So many answers of a larger variance, whose average is as good.
    public record Cheaper(long answers, Rational variance, Money each, Money together) {}

    public Quote at(Rational variance) {
        if (variance.signum() <= 0) {
            throw new IllegalArgumentException("the variance is not positive: " + variance);
        }
        Rational epsilon = sensitivity.times(Decimals.root(TWO.dividedBy(variance)));
        Money price = price(variance);
        Money owed = Money.zero(atOne.currency());
        for (Owner owner : owners) {
            owed = owed.add(owner.perEpsilon().times(epsilon));
        }
        return new Quote(
                variance, epsilon, price, owed, owed.compareTo(price) <= 0, cheaper(variance));
    }

    public boolean arbitrageFree() {
        return exponent.compareTo(Rational.ONE) <= 0;
    }

    private Optional<Cheaper> cheaper(Rational variance) {
        if (arbitrageFree()) {
            return Optional.empty();
        }
        Rational noisier = variance.times(TWO);
        Money each = price(noisier);
        return Optional.of(new Cheaper(2, noisier, each, each.times(2)));
    }

    private Money price(Rational variance) {
        int halves = exponent.times(TWO).numerator().intValueExact();
        Rational power =
                halves % 2 == 0
                        ? Decimals.power(variance, halves / 2)
                        : Decimals.root(Decimals.power(variance, halves));
        return atOne.times(Rational.ONE.dividedBy(power));
    }
}
