package io.databourse.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelContractTest {
    private static final Agreement AGREEMENT =
            new Agreement(
                    "con_1",
                    "2026航旅会员标签",
                    new Agreement.Side("航空公司", "91310000MA0000082D", "nod_1"),
                    new Agreement.Side("银行", "91310000MA00000908", "nod_2"),
                    use("CONSUMER"),
                    Optional.of("5000.00"));

    private static AgreedUse use(String recipient) {
        return use(List.of(recipient), List.of());
    }

    private static AgreedUse use(List<String> recipients, List<String> providerColumns) {
        return new AgreedUse(
                List.of("marketing", "churn"),
                List.of("mpc/psi"),
                10,
                Instant.parse("2027-03-30T16:00:00Z"),
                List.of("mobile"),
                List.of("tier", "flights_12m"),
                List.of(),
                recipients,
                providerColumns,
                20,
                false);
    }

    @Test
    void a_use_for_both_sides_says_what_the_provider_gets_of_its_own_rows() {
        assertThat(use(List.of("PROVIDER", "CONSUMER"), List.of("member_id", "tier")).sentence())
                .contains("结果接收方：甲方（CONSUMER）、乙方（PROVIDER）；")
                .endsWith("；乙方取得其自己匹配记录的字段：member_id、tier");
        assertThat(use("CONSUMER").sentence()).doesNotContain("乙方");
    }

    @Test
    void a_filled_form_has_all_sixteen_articles_and_no_open_place() {
        String text = ModelContract.fill(AGREEMENT.blanks());

        assertThat(text).doesNotContain("{{").doesNotContain("附件1");
        assertThat(text.lines().filter(line -> line.matches("第[一二三四五六七八九十]+条  .+"))).hasSize(16);
        assertThat(text)
                .contains("编号：con_1\n")
                .contains("甲方（接收方）：银行\n证件类型：☑统一社会信用代码  ☐居民身份证")
                .contains("证件号码：91310000MA0000082D")
                .contains("联系电话：/\n")
                .contains("☐数据持有权\n/\n")
                .contains("☑数据使用权\n仅可经数据交易所按次用于计算或查询")
                .contains("用途：churn、营销（marketing）；方式：mpc/psi；至多10次")
                .contains("可设条件的字段：flights_12m、tier；可进入结果的字段：无；结果接收方：甲方（CONSUMER）")
                .contains("按照以下第1种方式计算费用")
                .contains("费用总额为人民币5000.00元（大写：人民币伍仟元整）")
                .contains("指定数据接收人为甲方节点 nod_2（姓名/职位）");
    }

    @Test
    void a_term_that_ends_at_midnight_ends_with_the_day_before() {
        assertThat(ModelContract.fill(AGREEMENT.blanks()))
                .contains("截至2027-03-31 00:00:00（北京时间）")
                .contains("有效期至2027年3月30日止");
    }

    @Test
    void the_blanks_of_a_filled_form_are_read_back() {
        Blanks filled =
                AGREEMENT
                        .blanks()
                        .with(
                                new Blanks(
                                        Map.of("data.content", "会员\n第十七条  甲方\u202e付费"),
                                        Set.of("span")));
        Blanks read = ModelContract.read(ModelContract.fill(filled));

        assertThat(read.differences(filled)).isEmpty();
        assertThat(read.texts()).containsEntry("data.content", "会员 第十七条 甲方 付费");
        assertThat(read.ticked()).contains("consumer.use", "span").doesNotContain("provider.hold");
    }

    @Test
    void what_the_form_says_otherwise_is_named() {
        Blanks read = ModelContract.read(ModelContract.fill(AGREEMENT.blanks()));
        Agreement other =
                new Agreement(
                        AGREEMENT.contractId(),
                        AGREEMENT.productName(),
                        AGREEMENT.provider(),
                        AGREEMENT.provider(),
                        use("PROVIDER"),
                        Optional.of("5001.00"));

        assertThat(read.differences(other.blanks()))
                .containsExactlyInAnyOrder(
                        "consumer.name",
                        "consumer.code",
                        "consumer.use",
                        "delivery.to",
                        "fee.fixed",
                        "fee.fixed.words");
    }

    @ParameterizedTest
    @CsvSource({
        "有权扣减相应的数据费用, 无权扣减相应的数据费用",
        "（2）标的数据的合法性, （2）标的合法性",
        "☑统一社会信用代码, ✓统一社会信用代码",
        "邮政编码：/, 邮政编码：100000",
        "甲方（接收方）：银行, 甲方（接收方）：\u200b银行",
        "公司名称：银行, 公司名称：别家"
    })
    void a_text_with_another_clause_is_not_the_form(String words, String others) {
        String text = ModelContract.fill(AGREEMENT.blanks());
        assertThat(text).contains(words);

        assertThatThrownBy(() -> ModelContract.read(text.replaceFirst(words, others)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_text_with_more_or_less_than_the_form_is_not_the_form() {
        String text = ModelContract.fill(AGREEMENT.blanks());

        assertThatThrownBy(() -> ModelContract.read(text + "第十七条  其他\n"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ModelContract.read(text.substring(0, text.length() - 9)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_blank_that_the_form_has_not_is_a_mistake() {
        assertThatThrownBy(() ->
                        ModelContract.fill(new Blanks(Map.of("data.colour", "blue"), Set.of())))
                .hasMessageContaining("data.colour");
    }

    @Test
    void its_rights_are_tables_and_its_articles_have_heads() {
        List<FormBlock> blocks = FormBlock.of(ModelContract.fill(AGREEMENT.blanks()));

        assertThat(blocks.stream().filter(FormBlock.Heading.class::isInstance)).hasSize(16);
        assertThat(blocks.stream().filter(FormBlock.Title.class::isInstance)).hasSize(2);
        assertThat(blocks)
                .filteredOn(FormBlock.Table.class::isInstance)
                .hasSize(2)
                .allSatisfy(table -> assertThat(((FormBlock.Table) table).rows()).hasSize(4));
    }
}
