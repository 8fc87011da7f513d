package io.databourse.mpc.verified;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.ClearTextPsi;
import io.databourse.mpc.MpcPlugin;
import io.databourse.mpc.PsiCases;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Plan;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifiedPsiTest implements ComputePluginTck {

    @Override
    public ComputePlugin plugin() {
        return new MpcPlugin();
    }

    @Override
    public TckCase usual() {
        return verified(PsiCases.mobiles(), Map.of("copies", "2", "dummies", "16"));
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextPsi.of(job);
    }

    private static TckCase verified(TckCase job, Map<String, String> parameters) {
        return new TckCase("psi-verified", new Parameters(parameters), job.players());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 1, 1",
        "1, 1, 0",
        "2, 2, 1",
        "3, 3, 2",
        "1000, 1000, 0",
        "1000, 1000, 300",
        "1000, 1000, 1000",
        "3, 1000, 2"
    })
    void the_result_is_that_of_the_twin_at_every_size_and_overlap(
            int mine, int theirs, int common) {
        var job = verified(job(mine, theirs, common), Map.of());
        check(job);
        checkNoSecretIsSeen(job);
    }

    @Test
    void large_sets_in_several_messages_give_the_twins_result() {
        check(verified(job(1 << 16, 60_000, 20_000), Map.of("copies", "5")));
    }

    private static TckCase job(int mine, int theirs, int common) {
        var keys = PsiCases.keys(mine, theirs, common);
        return PsiCases.job(PsiCases.bank(keys.bank()), PsiCases.airline(keys.airline()));
    }

    @Test
    void planted_identifiers_do_not_help_to_reach_the_minimum() {
        for (var minimum : List.of("40", "41")) {
            var job =
                    verified(
                            PsiCases.mobiles(),
                            Map.of(Parameters.MINIMUM_RESULT_SIZE, minimum, "copies", "4"));
            check(job);
            assertThat(clearText(job).outcome() instanceof Outcome.Completed)
                    .isEqualTo(minimum.equals("40"));
        }
    }

    @Test
    void copies_and_dummies_out_of_range_are_refused() {
        for (var wrong :
                List.of(
                        Map.of("copies", "1"),
                        Map.of("copies", "6"),
                        Map.of("copies", "many"),
                        Map.of("dummies", "1"),
                        Map.of("dummies", "1048577"),
                        Map.of("dummies", "-5"),
                        Map.of("colour", "red"))) {
            var job = verified(PsiCases.mobiles(), wrong);
            assertThat(plugin().plan(job.request())).isInstanceOf(Plan.Refused.class);
        }
    }
}
