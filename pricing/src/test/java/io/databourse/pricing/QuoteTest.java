package io.databourse.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.money.UnitPrice;
import org.junit.jupiter.api.Test;

class QuoteTest {
    private static final PricePlan TEN_RUNS = new PricePlan.Pack(10, Money.cny("5000.00"), 365);

    @Test
    void a_pack_costs_its_price_and_explains_itself() {
        Quote quote = Quote.of(TEN_RUNS, 2);

        assertThat(quote.units()).isEqualTo(20);
        assertThat(quote.total()).isEqualTo(Money.cny("10000.00"));
        assertThat(quote.unitPrice()).isEqualTo(UnitPrice.parse("500.00", CurrencyCode.CNY));
        assertThat(quote.steps()).hasSize(2);
        assertThat(quote.steps().getLast().amount()).isEqualTo(quote.total());
    }

    @Test
    void the_total_contains_its_vat() {
        assertThat(Quote.of(TEN_RUNS, 1).containedVat(Rational.ofBasisPoints(600)))
                .isEqualTo(Money.cny("283.02"));
    }

    @Test
    void a_pack_of_nothing_is_refused() {
        Money price = Money.cny("1.00");

        assertThatThrownBy(() -> new PricePlan.Pack(0, price, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PricePlan.Pack(1, price, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PricePlan.Pack(1, price.negate(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quote.of(TEN_RUNS, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quote.of(TEN_RUNS, Long.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
    }
}
