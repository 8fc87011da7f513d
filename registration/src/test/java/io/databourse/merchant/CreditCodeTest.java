package io.databourse.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "914403001922038216",
                "9144030071526726XG",
                "91330100799655058B"
            })
    void real_codes_are_valid_and_no_change_of_one_character_is(String code) {
        assertThat(new CreditCode(code)).hasToString(code);
        assertThat(CreditCode.complete(code.substring(0, 16)).value()).isEqualTo(code);
        for (int i = 0; i < code.length(); i++) {
            for (int j = 0; j < ALPHABET.length(); j++) {
                String changed = code.substring(0, i) + ALPHABET.charAt(j) + code.substring(i + 1);
                assertThat(CreditCode.isValid(changed)).as(changed).isEqualTo(changed.equals(code));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4, has 17",
        "91350100M000100Y433, has 19",
        "'', has 0",
        "91350100m000100Y43, character 9 of",
        "9135O100M000100Y43, character 5 of",
        "91A50100M000100Y43, character 3 of",
        "91350100M000100Y53, character 17 of",
        "91350100M000100Y44, character 18 of",
        "１1350100M000100Y43, character 1 of"
    })
    void says_which_character_is_wrong(String code, String words) {
        assertThatThrownBy(() -> new CreditCode(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_made_up_code_gets_its_check_characters() {
        assertThat(CreditCode.isValid(CreditCode.complete("91000000MA00AAAA").value())).isTrue();
    }
}
