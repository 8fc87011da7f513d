package io.databourse.mpc.ecdh;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.ClearTextPsi;
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
import org.junit.jupiter.params.provider.ValueSource;

class EcdhPsiTest implements ComputePluginTck {

    @Override
    public ComputePlugin plugin() {
        return new MpcPlugin();
    }

    @Override
    public TckCase usual() {
        return job(9, 8, 5);
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextPsi.of(job);
    }

    private static TckCase ecdh(TckCase job) {
        return new TckCase("psi-ecdh", job.parameters(), PsiCases.distributed(job).players());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 1, 1", "1, 1, 0", "2, 2, 1", "3, 3, 2", "3, 100, 2", "100, 3, 3"})
    void the_result_is_that_of_the_twin_at_every_size_and_overlap(
            int mine, int theirs, int common) {
        var job = job(mine, theirs, common);
        check(job);
        checkNoSecretIsSeen(job);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 300, 1000})
    void a_thousand_keys_give_the_twins_result(int common) {
        check(job(1000, 1000, common));
    }

    @Test
    void sets_of_some_batches_give_the_twins_result() {
        check(job(MaskedExchange.BATCH + 1, 500, 400));
    }

    private static TckCase job(int mine, int theirs, int common) {
        var keys = PsiCases.keys(mine, theirs, common);
        return ecdh(PsiCases.job(PsiCases.bank(keys.bank()), PsiCases.airline(keys.airline())));
    }

    @Test
    void the_minimum_is_met_or_refused_at_both_owners() {
        for (int minimum : new int[] {5, 6}) {
            var job =
                    usual().withParameters(
                                    new Parameters(
                                            Map.of(Parameters.MINIMUM_RESULT_SIZE, "" + minimum)));
            check(job);
            assertThat(clearText(job).outcome() instanceof Outcome.Completed)
                    .isEqualTo(minimum == 5);
        }
    }
}
