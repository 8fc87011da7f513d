package io.databourse.mpc.cardinality;

import io.databourse.mpc.PsiCases;
import io.databourse.mpc.TwoOwnersTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributedCardinalityTest implements TwoOwnersTck {

    @Override
    public TckCase job(TckCase psi) {
        return PsiCases.of("psi-cardinality-distributed", PsiCases.distributed(psi))
                .withData("", PsiCases::joinOnly);
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextCardinality.of(job);
    }

    /// A key costs milliseconds; runs of 2^14 and more are made by `WholeRunBench`.
    @ParameterizedTest
    @CsvSource({"100, 100, 0", "100, 100, 100", "2100, 3, 2", "2, 2100, 2"})
    void unequal_sets_give_the_twins_count(int mine, int theirs, int common) {
        checkSizes(mine, theirs, common);
    }
}
