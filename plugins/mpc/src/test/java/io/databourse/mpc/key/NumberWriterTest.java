package io.databourse.mpc.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.key.ColumnRule.Format;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberWriterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678",
                " 138 1234 5678 ",
                "138-1234-5678",
                "+8613812345678",
                "+86 138 1234 5678",
                "(+86) 138-1234-5678",
                "008613812345678",
                "8613812345678",
                "１３８１２３４５６７８",
                "＋８６　１３８－１２３４－５６７８",
                "\u202a138\u00a01234\u00a05678\u202c",
                "138\u200b12345678",
                "\ufeff13812345678",
                "138–1234–5678",
                "138\t1234\n5678"
            })
    void a_mobile_number_is_its_eleven_digits_however_it_is_written(String written) {
        assertThat(write(Format.MOBILE_CN, written)).contains("13812345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+86",
                "1381234567",
                "138123456789",
                "12812345678",
                "23812345678",
                "013812345678",
                "+8513812345678",
                "86+13812345678",
                "+86+8613812345678",
                "868613812345678",
                "1381234567X",
                "138.1234.5678",
                "１３８１２３４５６７八",
                "١٣٨١٢٣٤٥٦٧٨",
                "138123456781381234567813812345678",
                "\uD83D\uDE00"
            })
    void what_is_no_mobile_number_is_not_read(String written) {
        assertThat(write(Format.MOBILE_CN, written)).isEmpty();
    }

    /// The first is the example of GB 11643-1999.
    @Test
    void a_citizens_number_ends_with_its_check_character_in_capitals() {
        assertThat(write(Format.ID_CN, "11010519491231002X")).contains("11010519491231002X");
        assertThat(write(Format.ID_CN, "11010519491231002x")).contains("11010519491231002X");
        assertThat(write(Format.ID_CN, "１１０１０５ 19491231 002ｘ")).contains("11010519491231002X");
        assertThat(write(Format.ID_CN, "440524188001010014")).contains("440524188001010014");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310020",
                "110105194912310021",
                "10110519491231002X",
                "X1010519491231002X",
                "1101051949123100",
                "110105491231002",
                "11010519491231002XX",
                "11010519491231002Y",
                "11010519491231002Χ",
                ""
            })
    void a_wrong_check_character_or_length_is_not_read(String written) {
        assertThat(write(Format.ID_CN, written)).isEmpty();
    }

    @Test
    void a_text_of_a_million_characters_is_not_read() {
        assertThat(write(Format.MOBILE_CN, "1".repeat(1_000_000))).isEmpty();
        assertThat(write(Format.ID_CN, "长".repeat(1_000_000))).isEmpty();
    }

    private static Optional<String> write(Format format, String value) {
        var text = value.getBytes(UTF_8);
        var out = new byte[NumberWriter.MOST_BYTES];
        int length = new NumberWriter().write(format, text, 0, text.length, out, 0);
        return length < 0 ? Optional.empty() : Optional.of(new String(out, 0, length, UTF_8));
    }
}
