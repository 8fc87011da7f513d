package io.databourse.mpc.sum;

import io.databourse.mpc.MpcPlugin;
import io.databourse.mpc.PsiCases;
import io.databourse.mpc.RichCases;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributedSumTest implements ComputePluginTck {

    @Override
    public ComputePlugin plugin() {
        return new MpcPlugin();
    }

    @Override
    public TckCase usual() {
        return sum(PsiCases.mobiles());
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextSum.of(job);
    }

    private static TckCase sum(TckCase psi) {
        return RichCases.of("psi-sum-distributed", PsiCases.distributed(psi), "miles", "score")
                .withData("p1", PsiCases::joinOnly);
    }

    /// A key costs milliseconds; runs of 2^14 and more are made by `WholeRunBench`.
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 1, 0",
        "1, 1, 1",
        "2, 2, 0",
        "2, 2, 1",
        "2, 2, 2",
        "3, 3, 2",
        "100, 100, 0",
        "100, 100, 100",
        "1000, 1000, 300",
        "2100, 3, 2",
        "2, 2100, 2"
    })
    void count_and_sums_are_those_of_the_twin_at_every_size_and_overlap(
            int mine, int theirs, int common) {
        var keys = PsiCases.keys(mine, theirs, common);
        var job = sum(PsiCases.job(PsiCases.bank(keys.bank()), PsiCases.airline(keys.airline())));
        check(job);
        if (mine <= 1000) {
            checkNoSecretIsSeen(job);
        }
    }

    @Test
    void one_match_fewer_than_the_minimum_is_refused_everywhere() {
        check(with(Parameters.MINIMUM_RESULT_SIZE, "41"));
        check(with(Parameters.MINIMUM_RESULT_SIZE, "40"));
    }

    @Test
    void any_number_of_columns_is_summed() {
        check(
                RichCases.of(
                                "psi-sum-distributed",
                                PsiCases.distributed(PsiCases.mobiles()),
                                "score")
                        .withData("p1", PsiCases::joinOnly));
    }

    @Test
    void values_that_are_no_numbers_are_refused_at_both_owners() {
        var texts =
                RichCases.of(
                                "psi-sum-distributed",
                                PsiCases.distributed(PsiCases.mobiles()),
                                "customer_id")
                        .withData("p1", PsiCases::joinOnly);
        new DistributedSumTest() {
            @Override
            public Expectation clearText(TckCase each) {
                return Expectation.refused(Outcome.Reason.INPUT_UNUSABLE);
            }
        }.check(texts);
    }

    private TckCase with(String parameter, String value) {
        return usual().withParameters(new Parameters(Map.of(parameter, value)));
    }
}
