package io.databourse.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalAmountTest {
    @ParameterizedTest
    @CsvSource({
        "0.00, 零元整",
        "0.01, 壹分",
        "0.30, 叁角",
        "0.35, 叁角伍分",
        "10, 壹拾元整",
        "100.05, 壹佰元零伍分",
        "325.04, 叁佰贰拾伍元零肆分",
        "1409.50, 壹仟肆佰零玖元伍角",
        "1680.32, 壹仟陆佰捌拾元叁角贰分",
        "6007.14, 陆仟零柒元壹角肆分",
        "10000.30, 壹万元叁角",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "1000000, 壹佰万元整",
        "100000001, 壹亿零壹元整",
        "100000000000.00, 壹仟亿元整",
        "1000100000000, 壹万零壹亿元整"
    })
    void an_amount_is_written_as_on_a_bill(String yuan, String words) {
        assertThat(CapitalAmount.of(yuan)).isEqualTo(words);
    }

    @Test
    void less_than_a_fen_and_less_than_nothing_have_no_words() {
        assertThatThrownBy(() -> CapitalAmount.of("0.001")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> CapitalAmount.of("-1"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
