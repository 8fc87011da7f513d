package io.databourse.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    @AfterEach
    void nobody_looks() {
        UI.setCurrent(null);
    }

    @Test
    void in_chinese_what_can_be_done_stands_before_the_english_detail() {
        speak(Language.ZH);
        Component shown = Problems.describe(refused());

        assertThat(texts(shown)).containsExactly("余额不足", "请先充值。", "5000.00 CNY is missing.");
        assertThat(last(shown).getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void in_english_the_detail_says_what_the_title_means() {
        speak(Language.EN);
        Component shown = Problems.describe(refused());

        assertThat(texts(shown)).hasSize(3).element(1).isEqualTo("5000.00 CNY is missing.");
        assertThat(last(shown).hasAttribute("lang")).isFalse();
    }

    @Test
    void a_field_has_its_label_and_what_a_service_says_of_it_stands_back() {
        speak(Language.ZH);
        FieldError error = new FieldError("/sheet/overview", "is missing", "1 to 400 characters");
        Component shown = Problems.describe(Refusal.invalid(List.of(error)));

        assertThat(shown.getElement().getTextRecursively())
                .contains("产品概述is missing (1 to 400 characters)");
        assertThat(shown.getElement().getOuterHTML()).contains("lang=\"en\"");
    }

    @Test
    void every_field_with_a_label_has_words_for_it() {
        speak(Language.ZH);
        assertThat(FieldLabels.KEYS.values())
                .allSatisfy(key -> assertThat(Texts.t(key)).isNotBlank());
        assertThat(FieldLabels.of(new FieldError("/plans/1/price", "", ""))).isEqualTo("价格（元） 2");
        assertThat(FieldLabels.of(new FieldError("/outcome", "", ""))).isEqualTo("outcome");
    }

    @Test
    void a_field_that_the_page_found_empty_is_told_in_its_own_words() {
        speak(Language.ZH);
        FieldError error = new FieldError("/产品名称", "未填写", "");

        assertThat(
                        Problems.describe(Refusal.invalid(List.of(error)))
                                .getElement()
                                .getTextRecursively())
                .contains("产品名称：未填写");
    }

    @Test
    void what_a_plugin_says_in_both_languages_is_told_in_the_pages() {
        FieldError error = new FieldError("/terms/room", "规则无效：columns 缺失 / are no rules", "");
        Refusal refusal = Refusal.invalid(List.of(error));

        speak(Language.ZH);
        assertThat(Problems.describe(refusal).getElement().getTextRecursively())
                .contains("沙箱规则：规则无效：columns 缺失")
                .doesNotContain("are no rules");
        speak(Language.EN);
        assertThat(Problems.describe(refusal).getElement().getTextRecursively())
                .contains("are no rules")
                .doesNotContain("规则无效");
    }

    @Test
    void a_refusal_whose_detail_has_words_says_them_and_no_english() {
        speak(Language.ZH);
        Refusal refusal =
                Refusal.of(ErrorCode.SELF_REVIEW, "You have decided on x; another operator must.");

        assertThat(Problems.describe(refusal).getElement().getTextRecursively())
                .contains("须由另一位运营人员作出")
                .doesNotContain("another operator");
    }

    @Test
    void what_is_said_every_day_has_words_in_both_languages() {
        speak(Language.ZH);
        assertThat(Said.text("attempt 2").getText()).isEqualTo("第 2 次尝试");
        assertThat(Said.text("× 2 = 20 units: 10000.00 CNY").getText())
                .isEqualTo("× 2 = 20 次：¥10,000.00");
        assertThat(Said.text("2026-11-21 is no working day.").getText())
                .isEqualTo("2026-11-21 不是工作日，请另选一天。");
        assertThat(
                        Said.text(
                                        "The books of 2026-10 take in late charges until"
                                                + " 2026-11-03T16:00:00Z.")
                                .getText())
                .isEqualTo("2026-10 还在接收迟到的扣费，2026-11-03 之后才能关账。");
        assertThat(Said.text("node restarted").getElement().getAttribute("lang")).isEqualTo("en");
        speak(Language.EN);
        assertThat(Said.text("pack of 10 units: 5000.00 CNY").getText())
                .isEqualTo("Pack of 10 runs: ¥5,000.00");
        assertThat(Said.text("node restarted").getElement().hasAttribute("lang")).isFalse();
    }

    private static Refusal refused() {
        return Refusal.of(ErrorCode.INSUFFICIENT_FUNDS, "5000.00 CNY is missing.");
    }

    private static void speak(Language language) {
        UI page = new UI();
        page.setLocale(language.locale());
        UI.setCurrent(page);
    }

    private static List<String> texts(Component shown) {
        return shown.getChildren().map(part -> part.getElement().getTextRecursively()).toList();
    }

    private static Element last(Component shown) {
        return shown.getElement().getChild(shown.getElement().getChildCount() - 1);
    }
}
