package io.databourse.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Without a page the language is Chinese.
class SaidTest {
    @Test
    void of_a_sentence_in_both_languages_a_page_shows_its_own() {
        assertThat(Said.words("The query cannot be parsed; check its syntax. 查询无法解析，请检查 SQL 语法。"))
                .hasValue("查询无法解析，请检查 SQL 语法。");
    }

    @Test
    void a_rule_keeps_its_id_and_the_word_of_the_query() {
        assertThat(
                        Said.words(
                                "join-kind: Only an inner JOIN … ON a.x = b.y of two different"
                                        + " tables. 只支持两张不同表的内连接 JOIN … ON a.x = b.y。"))
                .hasValue("只支持两张不同表的内连接 JOIN … ON a.x = b.y。（规则 join-kind）");
        assertThat(Said.words("Oil Ltd: syntax (at \"FROM\"): It cannot be parsed. 查询无法解析。"))
                .hasValue("查询无法解析。（规则 syntax，at \"FROM\"）");
        assertThat(Said.words("star (t): Do not use *; name dimensions. HAVING 只能是比较。"))
                .hasValue("HAVING 只能是比较。（规则 star，t）");
    }

    @Test
    void english_alone_stays_as_it_was_said() {
        assertThat(Said.words("The room is gone. Ask again.")).isEmpty();
    }

    @Test
    void what_was_found_out_about_rows_is_said_with_its_numbers() {
        assertThat(
                        Said.words(
                                "1,570 of 2,139 rows repeat the key of another row."
                                        + " 全部 2,139 行中有 1,570 行的标识与其他行重复。"))
                .hasValue("全部 2,139 行中有 1,570 行的标识与其他行重复。");
    }
}
