package io.databourse.mpc.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnRuleTest {

    @ParameterizedTest
    @CsvSource({
        "text, Ａbc, ａbc, false",
        "width, Ａbc, Abc, true",
        "width, Ａbc, abc, false",
        "case, ABC, abc, true",
        "case, STRASSE, Straße, true",
        "case, ΟΔΟΣ, οδος, true",
        "case, ΟΔΟΣ, οδοσ, true",
        "case, İ, i, false",
        "width+case, ＡＢＣ, abc, true",
        "width, ｶﾞ, ガ, true",
        "width, 'a　b', 'a b', true",
        "text, '　张三　', 张三, true",
        "text, 张三, 張三, false",
        "width, ①, 1, false",
        "width, ﬁ, fi, false",
        "text, '', ' ', true"
    })
    void texts_are_the_same_by_their_rule_alone(
            String words, String one, String other, boolean same) {
        var rule = ColumnRule.parse(words).orElseThrow();
        assertThat(rule.normalise(one).equals(rule.normalise(other))).isEqualTo(same);
    }

    @Test
    void what_is_in_its_form_stays_so() {
        var random = new Random(5);
        for (var words : List.of("text", "width", "case", "width+case")) {
            var rule = ColumnRule.parse(words).orElseThrow();
            for (int round = 0; round < 20_000; round++) {
                var text = new StringBuilder();
                for (int left = random.nextInt(6); left >= 0; left--) {
                    text.appendCodePoint(character(random));
                }
                var once = rule.normalise(text.toString());
                assertThat(rule.normalise(once)).as(words + " of " + text).isEqualTo(once);
            }
        }
    }

    /// Mostly from the blocks where things happen, and never half a character.
    private static int character(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x250);
            case 1 -> 0xFF00 + random.nextInt(0xF0);
            case 2 -> 0x300 + random.nextInt(0x300);
            default -> 0x3000 + random.nextInt(0x100);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour",
                "Text",
                "text+",
                "+",
                "text,",
                ",",
                "mobile-cn+case",
                "id-cn+width",
                "mobile-cn+id-cn",
                "case+case",
                "text ",
                "mobile_cn"
            })
    void words_that_say_nothing_clear_are_refused(String written) {
        var parameters = new Parameters(Map.of(KeyRules.PARAMETER, written));
        assertThat(KeyRules.isFine(parameters)).isFalse();
        assertThat(KeyRules.of(parameters, 2)).isEmpty();
    }

    @Test
    void there_is_one_rule_a_column_or_none_at_all() {
        var parameters = new Parameters(Map.of(KeyRules.PARAMETER, "mobile-cn,width+case"));
        assertThat(KeyRules.of(parameters, 2)).isPresent();
        assertThat(KeyRules.of(parameters, 1)).isEmpty();
        assertThat(KeyRules.of(Parameters.none(), 3)).isEqualTo(Optional.of(KeyRules.text(3)));
    }
}
