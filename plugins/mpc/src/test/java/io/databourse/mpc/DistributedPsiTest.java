package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributedPsiTest implements ComputePluginTck {

    @Override
    public ComputePlugin plugin() {
        return new MpcPlugin();
    }

    @Override
    public TckCase usual() {
        return PsiCases.distributed(PsiCases.mobiles());
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextPsi.of(job);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "1, 0", "2, 1", "3, 2", "1000, 0", "1000, 300", "1000, 1000"})
    void the_result_is_that_of_the_twin_at_every_size_and_overlap(int size, int common) {
        var job = job(size, size, common);
        check(job);
        checkNoSecretIsSeen(job);
    }

    @ParameterizedTest
    @CsvSource({"65536, 65536, 20000", "65536, 3, 2", "2, 65536, 2"})
    void large_and_unequal_sets_give_the_twins_result(int mine, int theirs, int common) {
        check(job(mine, theirs, common));
    }

    @Test
    void some_buckets_give_the_twins_result() {
        check(job(300_000, 290_000, 1000));
    }

    private static TckCase job(int mine, int theirs, int common) {
        var keys = PsiCases.keys(mine, theirs, common);
        return distributed(keys.bank(), keys.airline());
    }

    private static TckCase distributed(List<String> bank, List<String> airline) {
        return PsiCases.distributed(PsiCases.job(PsiCases.bank(bank), PsiCases.airline(airline)));
    }

    @Test
    void the_minimum_is_met_or_refused_at_both_owners() {
        check(withMinimum(40));
        check(withMinimum(41));
        assertThat(clearText(withMinimum(40)).outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(clearText(withMinimum(41)).outcome()).isInstanceOf(Outcome.Refused.class);
    }

    private TckCase withMinimum(int minimum) {
        return usual().withParameters(
                        new Parameters(Map.of(Parameters.MINIMUM_RESULT_SIZE, minimum + "")));
    }

    @Test
    void very_long_keys_and_keys_outside_the_basic_plane_match() {
        var longKey = "长".repeat(100_000);
        var job =
                distributed(
                        List.of(longKey, longKey + "1", "\uD83D\uDE00\uD840\uDC00", "x"),
                        List.of("\uD83D\uDE00\uD840\uDC00", longKey, "y"));
        check(job);
        assertThat(clearText(job).tables().get("p1")).hasSize(2);
    }

    @Test
    void keys_that_are_the_same_after_normalisation_count_once_and_all_match() {
        var job =
                PsiCases.distributed(
                        PsiCases.job(
                                PsiCases.bank(
                                        Arrays.asList(
                                                "caf\u00e9", "cafe\u0301 ", " caf\u00e9", null)),
                                PsiCases.airline(Arrays.asList("caf\u00e9", "cafe\u0301", null))));
        check(job);
        assertThat(clearText(job).tables().get("p1")).hasSize(3);
    }

    @Test
    void one_key_in_all_rows_is_one_match_with_all_rows() {
        var same = Collections.nCopies(500, "13800000000");
        check(distributed(same, same));
    }
}
