package io.databourse.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevenueSplitTest {
    private static final SplitTerms TERMS = SplitTerms.ofBasisPoints(200, 600);

    @ParameterizedTest
    @CsvSource({
        "500.00, 490.00, 9.43, 0.57",
        "5000.00, 4900.00, 94.34, 5.66",
        "0.24, 0.24, 0.00, 0.00",
        "0.25, 0.24, 0.01, 0.00",
        "0.00, 0.00, 0.00, 0.00"
    })
    void merchant_fee_and_vat(String gross, String merchant, String net, String vat) {
        assertThat(RevenueSplit.of(Money.cny(gross), TERMS))
                .isEqualTo(
                        new RevenueSplit(
                                Money.cny(gross),
                                Money.cny(merchant),
                                Money.cny(net),
                                Money.cny(vat)));
    }

    @Test
    void the_shares_always_add_up_and_none_is_negative() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int run = 0; run < 20_000; run++) {
            Money gross = fen(random.nextLong(0, 1L << random.nextInt(1, 50)));
            SplitTerms terms =
                    SplitTerms.ofBasisPoints(random.nextInt(0, 10_001), random.nextInt(0, 2_000));
            RevenueSplit split = RevenueSplit.of(gross, terms);

            assertThat(split.merchant().add(split.commission())).isEqualTo(gross);
            assertThat(split.merchant().isNegative()).isFalse();
            assertThat(split.feeNet().isNegative()).isFalse();
            assertThat(split.feeVat().isNegative()).isFalse();
        }
    }

    @Test
    void terms_and_shares_that_cannot_be_are_refused() {
        Money one = Money.cny("1.00");

        assertThatThrownBy(() -> SplitTerms.ofBasisPoints(10_001, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SplitTerms(Rational.of(-1, 100), Rational.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RevenueSplit.of(one.negate(), TERMS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RevenueSplit(one, one, one, fen(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Money fen(long fen) {
        return Money.ofMinor(fen, CurrencyCode.CNY);
    }
}
