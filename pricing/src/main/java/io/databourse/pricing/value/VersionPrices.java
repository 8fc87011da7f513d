package io.databourse.pricing.value;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.book.Arbitrage;
import io.databourse.pricing.book.Offer;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Prices of several versions of one model or answer, each with its own noise (Chen, Koutris,
/// Kumar, Towards Model-based Pricing, 2019). Averaged versions add up their precision 1/v, so the
/// price has to grow with the precision, and no faster.
public final class VersionPrices {
    private VersionPrices() {}

    /// @param variance of the version's noise
    public record Version(Rational variance, Money price) {
        public Version {
            if (variance.signum() <= 0 || price.isNegative()) {
                throw new IllegalArgumentException("no version: " + variance + " at " + price);
            }
        }

        private Rational precision() {
            return Rational.ONE.dividedBy(variance);
        }
    }

    /// A version that need not be paid: so many of the others are at least as good together.
    public record Cheaper(Version version, Map<Version, Long> instead, Money together) {
        public Cheaper {
            instead = Map.copyOf(instead);
        }
    }

    public static List<Cheaper> check(List<Version> versions) {
        BigInteger unit =
                versions.stream()
                        .map(version -> version.precision().denominator())
                        .reduce(BigInteger.ONE, VersionPrices::leastCommonMultiple);
        Map<Offer, Version> offers = new HashMap<>();
        for (Version version : versions) {
            Rational units = version.precision().times(new Rational(unit, BigInteger.ONE));
            offers.put(
                    new Offer(
                            units.numerator().longValueExact(),
                            Rational.of(version.price().minor())),
                    version);
        }
        return Arbitrage.check(List.copyOf(offers.keySet())).stream()
                .map(finding -> cheaper(finding, offers))
                .toList();
    }

    private static Cheaper cheaper(Arbitrage.Finding finding, Map<Offer, Version> versions) {
        Map<Version, Long> instead = new HashMap<>();
        finding.basket().forEach((offer, count) -> instead.put(version(versions, offer), count));
        Version asked = version(versions, finding.asked());
        return new Cheaper(
                asked,
                instead,
                Money.ofMinor(finding.cost().roundHalfUp(), asked.price().currency()));
    }

    private static Version version(Map<Offer, Version> versions, Offer offer) {
        return Objects.requireNonNull(versions.get(offer));
    }

    private static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
        return one.divide(one.gcd(other)).multiply(other);
    }
}
