package io.databourse.mpc.cardinality;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.MpcPlugin;
import io.databourse.mpc.PsiCases;
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

class CardinalityTest implements ComputePluginTck {

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

    static TckCase job(TckCase psi) {
        return PsiCases.of("psi-cardinality", psi).withData("", PsiCases::joinOnly);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "1, 1",
        "2, 0",
        "2, 1",
        "2, 2",
        "3, 2",
        "1000, 0",
        "1000, 300",
        "1000, 1000",
        "16384, 0",
        "16384, 5000",
        "16384, 16384"
    })
    void the_count_is_that_of_the_twin_at_every_size_and_overlap(int size, int common) {
        var keys = PsiCases.keys(size, size, common);
        var job = job(PsiCases.job(PsiCases.bank(keys.bank()), PsiCases.airline(keys.airline())));
        check(job);
        if (size <= 1000) { // it takes long, and larger sets are sent no other way
            checkNoSecretIsSeen(job);
        }
    }

    @Test
    void one_match_fewer_than_the_minimum_is_refused_everywhere() {
        check(withMinimum(41));
        assertThat(clearText(withMinimum(41)).outcome()).isInstanceOf(Outcome.Refused.class);
        check(withMinimum(40));
        assertThat(clearText(withMinimum(40)).outcome()).isInstanceOf(Outcome.Completed.class);
    }

    private TckCase withMinimum(int minimum) {
        return usual().withParameters(
                        new Parameters(Map.of(Parameters.MINIMUM_RESULT_SIZE, minimum + "")));
    }
}
