package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the tests of all tasks have in common that count, sum or join what two owners share.
public interface TwoOwnersTck extends ComputePluginTck {
    /// From here on a test of what is sent takes long, and larger sets are sent no other way.
    int LARGE = 1001;

    /// The task's job on the parties and keys of one of `mpc/psi`.
    TckCase job(TckCase psi);

    @Override
    default ComputePlugin plugin() {
        return new MpcPlugin();
    }

    @Override
    default TckCase usual() {
        return job(PsiCases.mobiles());
    }

    default TckCase job(List<String> bank, List<String> airline) {
        return job(PsiCases.job(PsiCases.bank(bank), PsiCases.airline(airline)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 1, 0",
        "1, 1, 1",
        "2, 2, 0",
        "2, 2, 1",
        "2, 2, 2",
        "3, 3, 2",
        "1000, 1000, 300"
    })
    default void the_result_is_that_of_the_twin_at_every_size_and_overlap(
            int mine, int theirs, int common) {
        checkSizes(mine, theirs, common);
    }

    default void checkSizes(int mine, int theirs, int common) {
        var keys = PsiCases.keys(mine, theirs, common);
        var job = job(keys.bank(), keys.airline());
        check(job);
        if (mine < LARGE) {
            checkNoSecretIsSeen(job);
        }
    }

    @Test
    default void one_match_fewer_than_the_minimum_is_refused_everywhere() {
        var refused = with(Parameters.MINIMUM_RESULT_SIZE, "41");
        check(refused);
        assertThat(clearText(refused).outcome()).isInstanceOf(Outcome.Refused.class);
        var enough = with(Parameters.MINIMUM_RESULT_SIZE, "40");
        check(enough);
        assertThat(clearText(enough).outcome()).isInstanceOf(Outcome.Completed.class);
    }

    /// The usual job with one parameter.
    default TckCase with(String parameter, String value) {
        return usual().withParameters(new Parameters(Map.of(parameter, value)));
    }

    /// Checks a job that ends otherwise than the twin would have it.
    default void checkEnds(TckCase job, Expectation expected) {
        var real = this;
        new TwoOwnersTck() {
            @Override
            public TckCase job(TckCase psi) {
                return real.job(psi);
            }

            @Override
            public Expectation clearText(TckCase each) {
                return expected;
            }
        }.check(job);
    }
}
