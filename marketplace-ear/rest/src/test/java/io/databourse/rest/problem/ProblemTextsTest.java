package io.databourse.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.ErrorCode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {
    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void every_code_has_words_in_both_languages(ErrorCode code) {
        var english = render(code, Locale.ENGLISH);
        var chinese = render(code, Locale.forLanguageTag("zh-CN"));
        assertThat(english.help()).isPresent();
        assertThat(chinese.help()).isPresent();
        assertThat(chinese.title()).isNotEqualTo(english.title()).matches(".*\\p{IsHan}.*");
        assertThat(chinese.code()).isEqualTo(english.code());
    }

    private static Problem render(ErrorCode code, Locale locale) {
        return Problems.render(Finding.of(code, "detail"), List.of(locale), "/api/v1/x");
    }
}
