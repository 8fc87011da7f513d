package io.databourse.mpc.verified;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.ClearTextPsi;
import io.databourse.mpc.MpcPlugin;
import io.databourse.mpc.PsiCases;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.testkit.TckCase;
import io.databourse.plugin.testkit.TckRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// What a compute node that cheats gets away with, measured against the bound that the card gives.
class CheatingTest {
    private static final int MATCHING = 4;
    private static final int OTHERS = 6;
    private static final int COPIES = 2;
    private static final int DUMMIES = 4;
    private static final double BOUND = Math.pow(DUMMIES, 1 - COPIES);
    private static final int TRIALS = 400;

    @Test
    void dropping_matches_at_random_goes_unnoticed_as_rarely_as_was_computed() {
        // the best choice: as many tags as one key has; all sets of them are equally likely to be
        // it
        double expected = MATCHING / pairs(COPIES * (MATCHING + DUMMIES));
        assertThat(expected).isLessThan(BOUND);
        assertUnnoticed(
                expected, (matching, _) -> matching.subList(COPIES, matching.size()), MATCHING - 1);
    }

    @Test
    void adding_matches_at_random_goes_unnoticed_as_rarely_as_was_computed() {
        double expected = OTHERS / pairs(COPIES * (OTHERS + DUMMIES));
        assertThat(expected).isLessThan(BOUND);
        assertUnnoticed(
                expected,
                (matching, others) -> and(matching, others.subList(0, COPIES)),
                MATCHING + 1);
    }

    private static double pairs(int tags) {
        return tags * (tags - 1) / 2.0;
    }

    private static List<Integer> and(List<Integer> some, List<Integer> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static void assertUnnoticed(double expected, CheatingNode.Lie lie, int wrongRows) {
        int unnoticed = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            var run = TckRun.of(cheatedBy(lie), job(COPIES, DUMMIES));
            if (run.outcome("p1") instanceof Outcome.Completed) {
                assertThat(run.rows("p1")).as("it took what looks right").hasSize(wrongRows);
                unnoticed++;
            } else {
                assertAccused(run);
            }
        }
        assertThat(unnoticed).isLessThan((int) (TRIALS * BOUND));
        double deviation = Math.sqrt(TRIALS * expected * (1 - expected));
        assertThat((double) unnoticed)
                .isBetween(TRIALS * expected - 3.7 * deviation, TRIALS * expected + 6 * deviation);
    }

    @Test
    void lies_that_are_sure_to_show_always_do() {
        List<IntFunction<CheatingNode.Lie>> lies =
                List.of(
                        _ -> (matching, _) -> matching.subList(1, matching.size()),
                        _ -> (matching, others) -> and(matching, others.subList(0, 1)),
                        _ -> (_, _) -> List.of(),
                        _ -> CheatingTest::and,
                        copies -> (_, others) -> others.subList(0, copies * MATCHING));
        for (var lie : lies) {
            for (int copies : new int[] {2, 3, 5}) {
                assertAccused(TckRun.of(cheatedBy(lie.apply(copies)), job(copies, 3)));
            }
        }
    }

    @Test
    void with_the_default_parameters_a_dropped_key_is_always_noticed_in_practice() {
        for (int trial = 0; trial < 20; trial++) {
            assertAccused(
                    TckRun.of(
                            cheatedBy((matching, _) -> matching.subList(3, matching.size())),
                            job(Map.of())));
        }
    }

    @Test
    void an_honest_compute_node_is_never_accused() {
        for (int trial = 0; trial < 50; trial++) {
            var job = job(2 + trial % 4, 2 + trial);
            var run = TckRun.of(new MpcPlugin(), job);
            assertThat(run.outcome("p1")).isEqualTo(new Outcome.Completed(1));
            assertThat(run.rows("p1")).isEqualTo(ClearTextPsi.of(job).tables().get("p1"));
        }
    }

    private static void assertAccused(TckRun run) {
        for (var owner : List.of("p1", "p2")) {
            assertThat(run.outcome(owner))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> {
                                assertThat(failed.blame()).isEqualTo(Outcome.Blame.COUNTERPARTY);
                                assertThat(failed.detail()).startsWith("party p3 sent");
                            });
        }
        assertThat(run.rows("p1")).isEmpty();
    }

    private static TckCase job(int copies, int dummies) {
        return job(Map.of("copies", "" + copies, "dummies", "" + dummies));
    }

    private static TckCase job(Map<String, String> parameters) {
        var keys = PsiCases.keys(MATCHING + OTHERS, 20, MATCHING);
        var job = PsiCases.job(PsiCases.bank(keys.bank()), PsiCases.airline(keys.airline()));
        return new TckCase("psi-verified", new Parameters(parameters), job.players());
    }

    private static ComputePlugin cheatedBy(CheatingNode.Lie lie) {
        var honest = new MpcPlugin();
        return new ComputePlugin() {
            @Override
            public PluginCard card() {
                return honest.card();
            }

            @Override
            public Plan plan(TaskRequest request) {
                return honest.plan(request);
            }

            @Override
            public PartyProgram program(String task, String role) {
                return role.equals("COMPUTE") ? CheatingNode.that(lie) : honest.program(task, role);
            }
        };
    }
}
