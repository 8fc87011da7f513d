package io.databourse.mpc.cardinality;

import io.databourse.mpc.PsiCases;
import io.databourse.mpc.TwoOwnersTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardinalityTest implements TwoOwnersTck {

    @Override
    public TckCase job(TckCase psi) {
        return PsiCases.of("psi-cardinality", psi).withData("", PsiCases::joinOnly);
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextCardinality.of(job);
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "1000, 1000", "16384, 0", "16384, 5000", "16384, 16384"})
    void large_sets_give_the_twins_count(int size, int common) {
        checkSizes(size, size, common);
    }
}
