package io.databourse.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void any_chinese_is_chinese_and_the_first_that_we_speak_wins() {
        assertThat(of("zh-TW")).isEqualTo(Language.ZH);
        assertThat(of("fr", "zh", "en")).isEqualTo(Language.ZH);
        assertThat(of("en-GB", "zh-CN")).isEqualTo(Language.EN);
    }

    @Test
    void everybody_else_reads_english() {
        assertThat(of("fr")).isEqualTo(Language.EN);
        assertThat(of()).isEqualTo(Language.EN);
    }

    private static Language of(String... tags) {
        return Language.of(List.of(tags).stream().map(Locale::forLanguageTag).toList());
    }
}
