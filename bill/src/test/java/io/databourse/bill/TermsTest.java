package io.databourse.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.pricing.book.PriceText;
import io.databourse.pricing.book.PriceVersion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static final String PACK =
            """
            {"contractId":"con_1","price":{"amount":"10.00","currency":"CNY"},"units":3%s}
            """;

    @Test
    void a_pack_is_used_up_fen_by_fen() {
        Terms terms = Terms.of(PACK.formatted(""));

        assertThat(terms.due(units(1), 0)).isEqualTo(Money.cny("3.33"));
        assertThat(terms.due(units(3), 0)).isEqualTo(Money.cny("10.00"));
        assertThat(terms.unitsOf(new BillUse(3, 1, 1, 1, 0, 0, 0, 0, 0))).isEqualTo(2);
    }

    @Test
    void use_that_is_paid_as_it_comes_is_priced_by_the_pinned_version() {
        Terms terms = Terms.of(PACK.formatted(payAsYouGo(price().hash())));

        assertThat(terms.due(new BillUse(10, 3, 5, 2, 0, 0, 0, 8, 0), 0))
                .isEqualTo(Money.cny("2.00"));
        assertThat(terms.due(new BillUse(99, 99, 0, 0, 0, 0, 0, 99, 0), 0))
                .as("never more than the cap")
                .isEqualTo(Money.cny("8.00"));
        assertThat(terms).hasToString("price version 1, [per-result 0.5 0.1 0], up to 8.00 CNY");
    }

    @Test
    void another_price_under_the_same_number_is_refused() {
        assertThatThrownBy(() -> Terms.of(PACK.formatted(payAsYouGo("00"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void terms_that_are_not_known_are_not_guessed() {
        assertThatThrownBy(() -> Terms.of(PACK.formatted(",\"rebate\":1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rebate");
    }

    private static String payAsYouGo(String hash) {
        return """
        ,"charging":{"rule":{"hit":1,"miss":1,"error":0},"payAsYouGo":{"price":{"number":1,
        "effectiveFrom":"2026-11-21T00:00:00Z","currency":"CNY","steps":["per-result 0.5 0.1 0"]},
        "priceHash":"%s","cap":{"amount":"8.00","currency":"CNY"},
        "packPrice":{"amount":"0.00","currency":"CNY"},"packUnits":0}}
        """
                .formatted(hash);
    }

    private static PriceVersion price() {
        return new PriceVersion(
                1,
                Instant.parse("2026-11-21T00:00:00Z"),
                CurrencyCode.CNY,
                List.of(PriceText.read("per-result 0.5 0.1 0")));
    }

    private static BillUse units(long units) {
        return new BillUse(units, units, 0, 0, 0, 0, 0, units, 0);
    }
}
