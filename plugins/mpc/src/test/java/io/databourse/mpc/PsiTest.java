package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.MemoryDataset;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PsiTest implements ComputePluginTck {

    @Override
    public ComputePlugin plugin() {
        return new MpcPlugin();
    }

    @Override
    public TckCase usual() {
        return PsiCases.mobiles();
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextPsi.of(job);
    }

    @Test
    @Tag("J01")
    void the_result_is_the_intersection_and_no_transcript_shows_an_id_or_its_unsalted_hash() {
        check(usual());
        checkNoSecretIsSeen(usual());
        var random = new Random(1);
        for (int round = 0; round < 20; round++) {
            var job = PsiCases.job(PsiCases.bank(some(random)), PsiCases.airline(some(random)));
            check(job);
            checkNoSecretIsSeen(job);
        }
    }

    private static List<String> some(Random random) {
        var keys = new ArrayList<String>();
        for (int left = random.nextInt(300); left > 0; left--) {
            keys.add("139000%05d".formatted(random.nextInt(200)));
        }
        return keys;
    }

    @Test
    void one_match_fewer_than_the_minimum_is_refused_everywhere() {
        check(withMinimum(41));
        assertThat(clearText(withMinimum(41)).outcome()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void as_many_matches_as_the_minimum_are_revealed() {
        check(withMinimum(40));
        assertThat(clearText(withMinimum(40)).outcome()).isInstanceOf(Outcome.Completed.class);
    }

    private TckCase withMinimum(int minimum) {
        return usual().withParameters(
                        new Parameters(Map.of(Parameters.MINIMUM_RESULT_SIZE, minimum + "")));
    }

    @Test
    void duplicates_do_not_help_to_reach_the_minimum() {
        check(
                withMinimum(41)
                        .withData(
                                "",
                                data ->
                                        data.withRows(rows -> {
                                            var all = new ArrayList<>(rows);
                                            all.addAll(rows);
                                            return all;
                                        })));
    }

    @Test
    void sets_without_a_common_key_give_an_empty_result() {
        check(PsiCases.job(PsiCases.bank(List.of("1", "2")), PsiCases.airline(List.of("3"))));
    }

    @Test
    void one_key_in_all_rows_is_one_match_with_all_rows() {
        var same = Collections.nCopies(500, "13800000000");
        check(PsiCases.job(PsiCases.bank(same), PsiCases.airline(same)));
    }

    @Test
    void keys_with_null_match_nothing_not_even_each_other() {
        check(
                PsiCases.job(
                        PsiCases.bank(Arrays.asList("13800000000", null, null)),
                        PsiCases.airline(Arrays.asList(null, "13800000000", null))));
    }

    @Test
    void keys_are_the_same_after_normalisation() {
        var job =
                PsiCases.job(
                        PsiCases.bank(List.of("  caf\u00e9 ", "张三\u3000", "", "A", "x\ty")),
                        PsiCases.airline(List.of("cafe\u0301", "张三", " ", "a", "x\ty ")));
        check(job);
        assertThat(clearText(job).tables().get("p1")).hasSize(4);
    }

    @Test
    void a_number_is_the_text_of_its_digits() {
        var number = new Schema.Column("id", Schema.Type.INTEGER, true);
        var numbers =
                Arrays.<@Nullable Object>asList(
                        0L, -7L, 13800000000L, Long.MAX_VALUE, Long.MIN_VALUE, 10L, 99L, null);
        var texts =
                List.of(
                        "0",
                        "-7",
                        "13800000000",
                        Long.MAX_VALUE + "",
                        Long.MIN_VALUE + "",
                        "010",
                        " 99 ");
        var job = PsiCases.job(PsiCases.keyed(number, numbers), PsiCases.airline(texts));
        check(job);
        assertThat(clearText(job).tables().get("p1")).hasSize(6);
    }

    @Test
    void columns_of_a_key_do_not_run_into_each_other() {
        check(
                PsiCases.job(
                        pairs(List.of("ab", "c"), List.of("x", "y"), List.of("", "z")),
                        pairs(List.of("a", "bc"), List.of("x", "y"), List.of("z", ""))
                                .withRows(rows -> rows)));
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
                                new Schema.Column("first", Schema.Type.STRING, true),
                                new Schema.Column("second", Schema.Type.STRING, true))),
                Map.of("join", List.of("first", "second"), "result", List.of("first")),
                rows);
    }
}
