package io.databourse.mpc.cardinality;

import io.databourse.mpc.MpcPlugin;
import io.databourse.mpc.PsiCases;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributedCardinalityTest implements ComputePluginTck {

    @Override
    public ComputePlugin plugin() {
        return new MpcPlugin();
    }

    @Override
    public TckCase usual() {
        return job(PsiCases.mobiles());
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextCardinality.of(job);
    }

    private static TckCase job(TckCase psi) {
        return PsiCases.of("psi-cardinality-distributed", PsiCases.distributed(psi))
                .withData("", PsiCases::joinOnly);
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
    void the_count_is_that_of_the_twin_at_every_size_and_overlap(int mine, int theirs, int common) {
        var keys = PsiCases.keys(mine, theirs, common);
        var job = job(PsiCases.job(PsiCases.bank(keys.bank()), PsiCases.airline(keys.airline())));
        check(job);
        if (mine <= 1000) {
            checkNoSecretIsSeen(job);
        }
    }

    @Test
    void one_match_fewer_than_the_minimum_is_refused_everywhere() {
        for (var minimum : new String[] {"40", "41"}) {
            check(
                    usual().withParameters(
                                    new Parameters(
                                            Map.of(Parameters.MINIMUM_RESULT_SIZE, minimum))));
        }
    }
}
