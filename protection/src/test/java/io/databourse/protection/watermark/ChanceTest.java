package io.databourse.protection.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void the_bound_is_never_below_the_exact_probability() {
        for (int tries = 0; tries <= 200; tries++) {
            BigInteger ways = BigInteger.ZERO;
            BigInteger choose = BigInteger.ONE;
            for (int fitting = tries; fitting >= 0; fitting--) {
                ways = ways.add(choose);
                choose =
                        choose.multiply(BigInteger.valueOf(fitting))
                                .divide(BigInteger.valueOf(tries - fitting + 1L));
                double exact =
                        new BigDecimal(ways)
                                .divide(
                                        new BigDecimal(BigInteger.TWO.pow(tries)),
                                        MathContext.DECIMAL64)
                                .doubleValue();
                assertThat(Chance.atLeast(fitting, tries) * (1 + 1e-9))
                        .isGreaterThanOrEqualTo(exact);
            }
        }
    }

    @Test
    void thirty_marks_that_all_fit_are_one_in_two_to_the_thirtieth() {
        assertThat(Chance.atLeast(30, 30) * (1 << 30)).isBetween(0.999999, 1.000001);
    }
}
