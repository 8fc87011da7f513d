package io.databourse.mpc.many;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.ClearTextPsi;
import io.databourse.mpc.MpcPlugin;
import io.databourse.mpc.PsiCases;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.Plan;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManyPsiTest implements ComputePluginTck {

    @Override
    public ComputePlugin plugin() {
        return new MpcPlugin();
    }

    @Override
    public TckCase usual() {
        return job(12, 30, 25, 28);
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextPsi.of(job);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, 0",
        "3, 1, 1",
        "3, 1, 0",
        "4, 2, 1",
        "5, 3, 2",
        "3, 1000, 0",
        "4, 1000, 300",
        "5, 1000, 1000"
    })
    void the_result_is_that_of_the_twin_at_every_size_and_overlap(
            int owners, int size, int common) {
        var sizes = new int[owners];
        Arrays.fill(sizes, size);
        var job = job(common, sizes);
        check(job);
        checkNoSecretIsSeen(job);
    }

    @Test
    void sets_of_very_different_sizes_give_the_twins_result() {
        check(job(2, 3, 20_000, 2, 500));
        check(job(0, 20_000, 0, 500));
        check(job(400, 20_000, 60_000, 500));
    }

    /// A key that some of the others have, but not all, is no match.
    @Test
    void a_key_that_one_owner_lacks_is_no_match() {
        var job =
                job(
                        List.of(
                                List.of("10000001", "10000002", "10000003", "10000004"),
                                List.of("10000001", "10000002", "10000003"),
                                List.of("10000001", "10000003", "10000004"),
                                List.of("10000004", "10000003", "10000002")));
        check(job);
        assertThat(clearText(job).tables().get("p1")).hasSize(1);
    }

    @Test
    void the_minimum_is_met_or_refused_at_all_owners() {
        for (int minimum : new int[] {12, 13}) {
            var job =
                    usual().withParameters(
                                    new Parameters(
                                            Map.of(Parameters.MINIMUM_RESULT_SIZE, "" + minimum)));
            check(job);
            assertThat(clearText(job).outcome() instanceof Outcome.Completed)
                    .isEqualTo(minimum == 12);
        }
    }

    @Test
    void two_owners_and_six_are_refused() {
        for (int owners = 2; owners <= 6; owners++) {
            var sizes = new int[owners];
            Arrays.fill(sizes, 3);
            assertThat(plugin().plan(job(1, sizes).request()) instanceof Plan.Accepted)
                    .isEqualTo(owners >= 3 && owners <= 5);
        }
    }

    /// Owners of so many keys each, of which the first so many are common to all.
    private static TckCase job(int common, int... sizes) {
        var random = new Random(common + 31L * sizes[0]);
        var sets = new ArrayList<List<String>>();
        for (int owner = 0; owner < sizes.length; owner++) {
            var keys = new ArrayList<String>();
            for (int i = 0; i < sizes[owner]; i++) {
                keys.add((i < common ? "1" : 2 + owner) + "" + (1_000_000_000 + i));
            }
            Collections.shuffle(keys, random);
            sets.add(keys);
        }
        return job(sets);
    }

    private static TckCase job(List<List<String>> sets) {
        var players = new ArrayList<TckCase.Player>();
        for (var set : sets) {
            boolean first = players.isEmpty();
            players.add(
                    TckCase.Player.with(
                            new Party("p" + (players.size() + 1), "DATA", first),
                            first ? PsiCases.bank(set) : PsiCases.airline(set)));
        }
        players.add(TckCase.Player.without(new Party("node", "COMPUTE", false)));
        return new TckCase("psi-many", Parameters.none(), players);
    }
}
