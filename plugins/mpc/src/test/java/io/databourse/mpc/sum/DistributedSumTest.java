package io.databourse.mpc.sum;

import io.databourse.mpc.PsiCases;
import io.databourse.mpc.RichCases;
import io.databourse.mpc.TwoOwnersTck;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributedSumTest implements TwoOwnersTck {

    @Override
    public TckCase job(TckCase psi) {
        return sum(psi, "miles", "score");
    }

    private static TckCase sum(TckCase psi, String... columns) {
        return RichCases.of("psi-sum-distributed", PsiCases.distributed(psi), columns)
                .withData("p1", PsiCases::joinOnly);
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextSum.of(job);
    }

    /// A key costs milliseconds; runs of 2^14 and more are made by `WholeRunBench`.
    @ParameterizedTest
    @CsvSource({"100, 100, 0", "100, 100, 100", "2100, 3, 2", "2, 2100, 2"})
    void unequal_sets_give_the_twins_sums(int mine, int theirs, int common) {
        checkSizes(mine, theirs, common);
    }

    @Test
    void any_number_of_columns_is_summed() {
        check(sum(PsiCases.mobiles(), "score"));
    }

    @Test
    void values_that_are_no_numbers_are_refused_at_both_owners() {
        checkEnds(
                sum(PsiCases.mobiles(), "customer_id"),
                Expectation.refused(Outcome.Reason.INPUT_UNUSABLE));
    }
}
