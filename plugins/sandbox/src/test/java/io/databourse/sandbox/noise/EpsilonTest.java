package io.databourse.sandbox.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpsilonTest {
    @Test
    void ten_tenths_are_one() {
        Epsilon sum = Epsilon.ZERO;
        for (int i = 0; i < 10; i++) {
            sum = sum.plus(Epsilon.of("0.1"));
        }
        assertThat(sum).isEqualTo(Epsilon.of("1"));
    }

    @Test
    void parts_add_up_to_the_whole() {
        Epsilon third = Epsilon.of("0.5").dividedBy(3);
        assertThat(third).isEqualTo(Epsilon.of("1/6"));
        assertThat(third.plus(third).plus(third)).isEqualTo(Epsilon.of("0.5"));
    }

    @Test
    void what_is_left_is_never_negative() {
        assertThat(Epsilon.of("1").less(Epsilon.of("3"))).isEqualTo(Epsilon.ZERO);
        assertThat(Epsilon.of("1").less(Epsilon.of("1/3"))).isEqualTo(Epsilon.of("2/3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-1", "1e9", "0x1", "1/0", "1.", ".5", "NaN", " 1", "1.1234567890123"})
    void other_texts_are_refused(String text) {
        assertThatThrownBy(() -> Epsilon.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
