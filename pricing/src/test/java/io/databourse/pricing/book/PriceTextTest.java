package io.databourse.pricing.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "free",
                "one-off 500",
                "negotiated 123456.78 deal-7",
                "per-period 99.99 DAY",
                "per-unit CALLS 0.0004",
                "per-unit CPU_SECONDS 1/3",
                "per-result 0.5 0.1 0",
                "per-block CALLS 1000 1",
                "graduated CALLS 0:0.1 1000:0.05+20 10000:0.01",
                "volume TURNOVER 0:0.02+1/3",
                "free-units ROWS 100",
                "discount 0.1",
                "minimum 50",
                "cap 90"
            })
    void a_step_is_read_and_written_the_same(String line) {
        assertThat(PriceText.write(PriceText.read(line))).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "per-unit  CALLS 0.10, per-unit CALLS 0.1",
        "cap 0090.00, cap 90",
        "per-unit CALLS 2/20, per-unit CALLS 0.1",
        "graduated CALLS 0:1+0, graduated CALLS 0:1"
    })
    void what_means_the_same_is_written_in_one_way(String line, String written) {
        assertThat(PriceText.write(PriceText.read(line))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no step begins so",
                "per-call 1 | no step begins so",
                "per-unit CALLS | too few words",
                "per-unit CALLS 1 2 | too many words",
                "per-unit RUNS 1 | RUNS is none of",
                "per-unit CALLS -1 | negative",
                "per-unit CALLS 1e3 | not a decimal",
                "per-unit CALLS 1/0 | denominator",
                "graduated CALLS | the first tier",
                "graduated CALLS 5:1 | the first tier",
                "graduated CALLS 0:1 0:2 | do not rise",
                "graduated CALLS 0=1 | is no tier",
                "per-block CALLS 1.5 1 | no whole number",
                "discount 2 | not a share",
                "negotiated 5 über%uns | no name of an agreement"
            })
    void a_line_that_is_no_step_is_refused_with_its_text(String line, String why) {
        assertThatThrownBy(() -> PriceText.read(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + line + "\"")
                .hasMessageContaining(why);
    }
}
