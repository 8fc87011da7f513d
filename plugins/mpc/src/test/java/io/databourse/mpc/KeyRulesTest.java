package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.MemoryDataset;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What rules of keys do to a run, in both forms.
class KeyRulesTest {
    private static final ComputePluginTck PROXY = new PsiTest();
    private static final ComputePluginTck DISTRIBUTED = new DistributedPsiTest();

    @Test
    void mobile_numbers_match_however_each_owner_writes_them() {
        var column = new Schema.Column("mobile", Schema.Type.INTEGER, true);
        var numbers =
                Arrays.<@Nullable Object>asList(
                        13800000001L, 8613800000002L, 13800000003L, 7L, null);
        var texts =
                Arrays.asList("+86 138-0000-0001", "１３８００００　０００２", "138 0000 0003 x", "7", null);
        var job =
                PsiCases.job(PsiCases.keyed(column, numbers), PsiCases.airline(texts))
                        .withParameters(rules("mobile-cn"));
        checkBoth(job, 2);
    }

    @Test
    void a_key_of_name_and_citizens_number_matches_by_the_rule_of_each() {
        var bank =
                pairs(
                        List.of("ZHANG San", "11010519491231002x"),
                        List.of("李四", "440524188001010014"),
                        List.of("王五", "440524188001010014"),
                        List.of("赵六", "440524188001010015"),
                        List.of("a", ""));
        var airline =
                pairs(
                        List.of("ｚｈａｎｇ ｓａｎ", "1101051949123１002X"),
                        List.of("李四", "440524188001010014"),
                        List.of("王", "五440524188001010014"),
                        List.of("赵六", "440524188001010015"),
                        List.of("", "a"));
        checkBoth(PsiCases.job(bank, airline).withParameters(rules("width+case,id-cn")), 2);
    }

    @Test
    void without_rules_the_same_rows_do_not_match() {
        checkBoth(
                PsiCases.job(
                        PsiCases.bank(List.of("+8613800000001", "A")),
                        PsiCases.airline(List.of("13800000001", "a", "Ａ"))),
                0);
    }

    @Test
    void of_rows_that_share_a_key_by_the_rule_the_first_alone_is_given_if_the_job_says_so() {
        var job =
                PsiCases.job(
                        PsiCases.bank(List.of("x", "13800000001", "8613800000001", "13800000002")),
                        PsiCases.airline(List.of("+8613800000001", "13800000002", "13800000002")));
        checkBoth(job.withParameters(rules("mobile-cn")), 3);
        checkBoth(
                job.withParameters(
                        new Parameters(Map.of("keyRules", "mobile-cn", "duplicates", "first"))),
                2);
    }

    @Test
    void repeated_keys_of_either_owner_end_a_job_that_refuses_them_at_every_party() {
        var once = List.of("13800000001", "13800000002");
        var twice = List.of("13800000001", "13800000002", "13800000001");
        var refuse = new Parameters(Map.of("duplicates", "refuse"));
        checkBoth(
                PsiCases.job(PsiCases.bank(once), PsiCases.airline(once)).withParameters(refuse),
                2);
        for (var job :
                List.of(
                        PsiCases.job(PsiCases.bank(twice), PsiCases.airline(once)),
                        PsiCases.job(PsiCases.bank(once), PsiCases.airline(twice)),
                        PsiCases.job(PsiCases.bank(twice), PsiCases.airline(twice)))) {
            var refused = job.withParameters(refuse);
            assertThat(PROXY.clearText(refused).outcome()).isInstanceOf(Outcome.Refused.class);
            PROXY.check(refused);
            DISTRIBUTED.check(PsiCases.distributed(refused));
        }
    }

    private static void checkBoth(TckCase job, int rows) {
        var expected = PROXY.clearText(job);
        assertThat(expected.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(expected.tables().get("p1")).hasSize(rows);
        PROXY.check(job);
        DISTRIBUTED.check(PsiCases.distributed(job));
    }

    private static Parameters rules(String written) {
        return new Parameters(Map.of("keyRules", written));
    }

    @SafeVarargs
    private static MemoryDataset pairs(List<String>... pairs) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var pair : pairs) {
            rows.add(new ArrayList<@Nullable Object>(pair));
        }
        return new MemoryDataset(
                new Schema(
                        List.of(
                                new Schema.Column("name", Schema.Type.STRING, true),
                                new Schema.Column("id", Schema.Type.STRING, true))),
                Map.of("join", List.of("name", "id"), "result", List.of("name")),
                rows);
    }
}
