package io.databourse.node.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.crypto.Digest;
import io.databourse.form.AgreedUse;
import io.databourse.form.Agreement;
import io.databourse.form.Blanks;
import io.databourse.form.ModelContract;
import io.databourse.node.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the airline's node says to a contract whose text was filled by somebody else.
class FormCheckTest {
    private final ContractSample sample = new ContractSample();

    FormCheckTest() {
        sample.contract
                .putObject("form")
                .put("code", ModelContract.CODE)
                .put("text", text(Optional.of("5000.00")));
    }

    private static String text(Optional<String> fixedPrice) {
        var agreement =
                new Agreement(
                        "c-1",
                        "会员标签",
                        new Agreement.Side("航空公司", "91310000MA0000082D", "airline"),
                        new Agreement.Side("银行", "91310000MA00000908", "bank"),
                        new AgreedUse(
                                List.of("marketing"),
                                List.of("mpc/psi"),
                                10,
                                Instant.parse("2027-03-30T16:00:00Z"),
                                List.of("mobile"),
                                List.of("tier", "flights_12m"),
                                List.of(),
                                List.of("CONSUMER"),
                                List.of(),
                                20,
                                false),
                        fixedPrice);
        return ModelContract.fill(
                agreement.blanks().with(new Blanks(Map.of("data.content", "会员等级"), Set.of())));
    }

    @Test
    void a_form_that_says_what_the_node_will_enforce_is_signed() {
        assertThat(signing()).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void a_new_contract_without_a_form_is_refused() {
        sample.contract.remove("form");
        assertThat(ContractCheck.signing(Json.write(sample.contract), sample.airlineFacts()))
                .isEqualTo(
                        new Verdict.Refused(
                                RefusalCode.FORM_MISMATCH,
                                "the contract has no form, so people cannot read what this node"
                                        + " would enforce"));
    }

    @Test
    void a_contract_that_was_signed_without_a_form_runs_on() {
        sample.contract.remove("form");
        var text = Json.write(sample.contract);
        sample.definition.put("contractHash", Digest.sm3(text).toString());
        var request = sample.request();
        var old =
                new JobRequest(
                        request.jobId(),
                        request.attempt(),
                        sample.signed(text),
                        request.definition(),
                        request.section(),
                        request.sectionSalt());
        assertThat(ContractCheck.job(old, sample.airlineFacts())).isEqualTo(new Verdict.Allowed());
    }

    @ParameterizedTest
    @CsvSource({
        "至多10次, 至多11次, consumer.use",
        "用途：营销（marketing）, 用途：营销（marketing）、研究（research）, consumer.use",
        "人民币5000.00元, 人民币50.00元, fee.fixed",
        "伍仟元整, 伍佰元整, fee.fixed.words",
        "2027年3月30日止, 2028年3月30日止, term.year",
        "名称：会员标签。, 名称：积分。, data.name",
        "甲方节点 bank, 甲方节点 airline, delivery.to"
    })
    void a_form_that_says_something_else_is_refused_with_the_blank(
            String words, String others, String blank) {
        change(words, others);
        assertRefused(blank);
    }

    @Test
    void a_form_with_another_clause_is_refused() {
        change("甲方有权扣减相应的数据费用", "甲方无权扣减相应的数据费用");
        assertRefused("GF-2025-2615");
    }

    @Test
    void a_policy_that_allows_more_than_the_form_says_is_refused() {
        sample.policy().put("minimumResultSize", 21);
        assertRefused("consumer.use");
    }

    @Test
    void use_that_is_paid_as_it_comes_has_no_fixed_price_in_the_form() {
        sample.contract.putObject("charging").putObject("payAsYouGo");
        assertRefused("fee");

        ((ObjectNode) sample.contract.get("form")).put("text", text(Optional.empty()));
        assertThat(signing()).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void a_form_that_the_node_does_not_know_is_refused() {
        ((ObjectNode) sample.contract.get("form")).put("code", "GF-2025-2616");
        assertRefused("GF-2025-2616");
    }

    private void change(String words, String others) {
        var form = (ObjectNode) sample.contract.get("form");
        assertThat(form.path("text").asText()).contains(words);
        form.put("text", form.path("text").asText().replace(words, others));
    }

    private Verdict signing() {
        return ContractCheck.signing(sample.contractText(), sample.airlineFacts());
    }

    private void assertRefused(String reason) {
        assertThat(signing())
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(RefusalCode.FORM_MISMATCH);
                            assertThat(refused.reason()).contains(reason);
                        });
    }
}
