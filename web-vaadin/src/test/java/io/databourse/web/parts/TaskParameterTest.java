package io.databourse.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TaskParameterTest {
    @Test
    void a_chinese_page_shows_the_chinese_half_of_a_card() throws Exception {
        assertThat(read("{'title': '小数位数 / Decimals', 'description': '一。二；三。 One. Two; three.'}"))
                .isEqualTo("小数位数: 一。二；三。");
    }

    @Test
    void what_is_in_one_language_is_shown_as_it_is() throws Exception {
        assertThat(read("{'title': 'Decimals', 'description': 'Digits. Few.'}"))
                .isEqualTo("Decimals: Digits. Few.");
        assertThat(read("{}")).isEqualTo("decimals: ");
    }

    private static String read(String property) throws Exception {
        TaskParameter parameter =
                TaskParameter.of(
                        "decimals", new ObjectMapper().readTree(property.replace('\'', '"')));
        return parameter.title() + ": " + parameter.description();
    }
}
