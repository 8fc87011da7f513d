package io.databourse.pricing.book;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Short ways to write prices in tests.
final class Prices {
    static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private Prices() {}

    static PriceVersion version(PriceStep... steps) {
        return new PriceVersion(1, NEW_YEAR, CurrencyCode.CNY, List.of(steps));
    }

    static PriceVersion of(PriceModel model) {
        return version(new PriceStep.Charge(model));
    }

    static PriceStep charge(PriceModel model) {
        return new PriceStep.Charge(model);
    }

    static Rational exactly(String decimal) {
        return Rational.parse(decimal);
    }

    static PriceModel perCall(String price) {
        return new PriceModel.PerUnit(Meter.CALLS, exactly(price));
    }

    static PriceModel graduated(Meter meter, String[][] ladder) {
        return new PriceModel.Graduated(meter, tiers(ladder));
    }

    static PriceModel volume(Meter meter, String[][] ladder) {
        return new PriceModel.Volume(meter, tiers(ladder));
    }

    static Money calls(PriceVersion version, long calls) {
        return version.amount(Consumption.of(Meter.CALLS, calls));
    }

    private static List<Tier> tiers(String[][] ladder) {
        return Stream.of(ladder)
                .map(row -> Tier.of(Long.parseLong(row[0]), row[1], row[2]))
                .toList();
    }
}
