package io.databourse.pricing.book;

import static io.databourse.pricing.book.Prices.NEW_YEAR;
import static io.databourse.pricing.book.Prices.perCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Rational;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceBookTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private final PriceVersion first = version(1, NEW_YEAR, "0.10");
    private final PriceVersion second = version(2, MARCH, "0.12");
    private final PriceBook book = new PriceBook(List.of(first)).with(second);

    @Test
    void a_use_is_priced_by_the_version_in_force_when_it_happened() {
        assertThat(book.inForceAt(NEW_YEAR.minusNanos(1))).isEmpty();
        assertThat(book.inForceAt(NEW_YEAR)).contains(first);
        assertThat(book.inForceAt(MARCH.minusNanos(1))).contains(first);
        assertThat(book.inForceAt(MARCH)).contains(second);
        assertThat(book.inForceAt(MARCH.plus(Duration.ofDays(900)))).contains(second);
    }

    @Test
    void versions_are_only_added_and_only_later() {
        assertThatThrownBy(() -> book.with(version(3, MARCH, "0.13")))
                .hasMessageContaining("not later");
        assertThatThrownBy(() -> book.with(version(2, MARCH.plusSeconds(1), "0.13")))
                .hasMessageContaining("version 3 is missing");
        assertThatThrownBy(() -> new PriceBook(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_hash_is_of_the_content_alone() {
        assertThat(first.canonicalText())
                .isEqualTo(
                        """
                        databourse-price 1
                        version 1
                        from 2026-01-01T00:00:00Z
                        currency CNY
                        per-unit CALLS 0.1
                        """);
        assertThat(first.hash())
                .isEqualTo(version(1, NEW_YEAR, "0.1000").hash())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(version(2, NEW_YEAR, "0.10").hash())
                .isNotEqualTo(version(1, MARCH, "0.10").hash());
    }

    @Test
    void no_two_prices_have_the_same_text() {
        String[][] ladder = {{"0", "0.1", "1"}, {"100", "0.05", "0"}};
        PriceStep charge = Prices.charge(perCall("1"));
        var prices =
                List.of(
                        Prices.of(new PriceModel.Free()),
                        Prices.of(new PriceModel.OneOff(Rational.ONE)),
                        Prices.of(new PriceModel.Negotiated(Rational.ONE, "deal-7")),
                        Prices.of(new PriceModel.Negotiated(Rational.ONE, "deal-8")),
                        Prices.of(new PriceModel.PerPeriod(Rational.ONE, Proration.DAY)),
                        Prices.of(new PriceModel.PerPeriod(Rational.ONE, Proration.NONE)),
                        Prices.of(new PriceModel.PerUnit(Meter.ROWS, Rational.ONE)),
                        Prices.of(
                                new PriceModel.PerResult(
                                        Rational.ONE, Rational.ZERO, Rational.ZERO)),
                        Prices.of(new PriceModel.PerBlock(Meter.ROWS, 10, Rational.ONE)),
                        Prices.of(Prices.graduated(Meter.CALLS, ladder)),
                        Prices.of(Prices.volume(Meter.CALLS, ladder)),
                        Prices.version(charge, new PriceStep.Discount(Rational.ONE)),
                        Prices.version(charge, new PriceStep.Minimum(Rational.ONE)),
                        Prices.version(charge, new PriceStep.Cap(Rational.ONE)),
                        Prices.version(new PriceStep.FreeUnits(Meter.CALLS, 1), charge));

        assertThat(prices).extracting(PriceVersion::hash).doesNotHaveDuplicates();
    }

    private static PriceVersion version(int number, Instant from, String price) {
        return new PriceVersion(
                number, from, CurrencyCode.CNY, List.of(Prices.charge(perCall(price))));
    }
}
