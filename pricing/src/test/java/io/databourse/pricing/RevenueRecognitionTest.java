package io.databourse.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RevenueRecognitionTest {
    @Test
    void each_of_ten_runs_earns_a_tenth() {
        for (int n = 1; n <= 10; n++) {
            assertThat(RevenueRecognition.amountOfUnit(Money.cny("5000.00"), 10, n))
                    .isEqualTo(Money.cny("500.00"));
        }
    }

    @Test
    void a_fen_that_does_not_divide_is_earned_late_and_not_lost() {
        assertThat(amounts(100, 3)).containsExactly(33, 33, 34);
        assertThat(amounts(2, 4)).containsExactly(0, 1, 0, 1);
    }

    @Test
    void the_units_earn_the_total_exactly() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int run = 0; run < 500; run++) {
            long fen = random.nextLong(0, 1L << random.nextInt(1, 60));
            long units = random.nextLong(1, 100);
            long[] amounts = amounts(fen, units);

            assertThat(LongStream.of(amounts).sum()).isEqualTo(fen);
            assertThat(LongStream.of(amounts).boxed())
                    .allMatch(a -> a == fen / units || a == fen / units + 1);
        }
    }

    @Test
    void there_is_no_eleventh_unit_of_ten() {
        Money total = Money.cny("5000.00");

        for (long n : new long[] {-1, 0, 11}) {
            assertThatThrownBy(() -> RevenueRecognition.amountOfUnit(total, 10, n))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static long[] amounts(long fen, long units) {
        Money total = Money.ofMinor(fen, CurrencyCode.CNY);
        return LongStream.rangeClosed(1, units)
                .map(n -> RevenueRecognition.amountOfUnit(total, units, n).minor())
                .toArray();
    }
}
