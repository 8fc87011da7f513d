package io.databourse.pricing.value;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.book.Arbitrage;
import io.databourse.pricing.book.Offer;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Prices of several versions of one model or answer, each with its own noise (Chen, Koutris,
/// Kumar, Towards Model-based Pricing, 2019). Averaged versions add up their precision 1/v, so the
/// price has to grow with the precision, and no faster.
public final class VersionPrices {
    private static final int MOST = 20;
    private static final int MOST_BITS = 50;

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
    public record Cheaper(Version version, List<Part> instead, Money together) {
        public Cheaper {
            instead = List.copyOf(instead);
        }
    }

    public record Part(Version version, long count) {}

    /// @throws IllegalArgumentException if there are too many, or their variances have no common
    ///   measure that fits in a `long`
    public static List<Cheaper> check(List<Version> versions) {
        if (versions.size() > MOST) {
            throw new IllegalArgumentException("at most %d versions".formatted(MOST));
        }
        BigInteger unit =
                versions.stream()
                        .map(version -> version.precision().denominator())
                        .reduce(BigInteger.ONE, VersionPrices::leastCommonMultiple);
        Map<Offer, Version> offers = new HashMap<>();
        for (Version version : versions) {
            BigInteger units =
                    version.precision().times(new Rational(unit, BigInteger.ONE)).numerator();
            if (units.bitLength() > MOST_BITS) {
                throw new IllegalArgumentException("the variances are too far apart");
            }
            offers.put(new Offer(units.longValue(), Rational.of(version.price().minor())), version);
        }
        return Arbitrage.check(List.copyOf(offers.keySet())).stream()
                .map(finding -> cheaper(finding, offers))
                .toList();
    }

    private static Cheaper cheaper(Arbitrage.Finding finding, Map<Offer, Version> versions) {
        List<Part> instead =
                finding.basket().entrySet().stream()
                        .map(part -> new Part(version(versions, part.getKey()), part.getValue()))
                        .sorted(Comparator.comparing(part -> part.version().variance()))
                        .toList();
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
