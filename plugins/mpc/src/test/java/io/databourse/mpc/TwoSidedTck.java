package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.MemoryDataset;
import io.databourse.plugin.testkit.TckCase;
import io.databourse.plugin.testkit.TckRun;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What an intersection has to give that both owners receive: to each its own rows.
interface TwoSidedTck extends TwoOwnersTck {
    @Override
    default Expectation clearText(TckCase job) {
        return ClearTextPsi.of(job);
    }

    /// The same job, of which the airline also receives rows of its own.
    static TckCase both(TckCase psi) {
        return new TckCase(
                psi.task(),
                psi.parameters(),
                psi.players().stream()
                        .map(player -> player.party().id().equals("p2") ? receiver(player) : player)
                        .toList());
    }

    private static TckCase.Player receiver(TckCase.Player airline) {
        var data = airline.input().orElseThrow();
        var join = data.columns("join");
        return TckCase.Player.with(
                new Party("p2", "DATA", true),
                new MemoryDataset(
                        data.schema(), Map.of("join", join, "result", join), data.rows()));
    }

    @Test
    default void each_owner_has_its_own_rows_and_nobody_else_has_any() {
        var expected = clearText(usual());
        assertThat(expected.tables().keySet()).containsExactlyInAnyOrder("p1", "p2");
        assertThat(expected.tables().get("p1")).hasSize(40);
        assertThat(expected.tables().get("p2"))
                .hasSize(40)
                .allSatisfy(row -> assertThat(row).hasSize(1));
        check(usual());
    }

    @Test
    default void sets_of_unlike_sizes_give_each_owner_all_its_rows_of_a_key() {
        var bank = Stream.of("1", "2", "2", "3").toList();
        var airline = Stream.of("2", "2", "2", "3", "4", "5", "6").toList();
        check(job(bank, airline));
        check(job(airline, bank));
        check(job(bank, airline).withParameters(new Parameters(Map.of("duplicates", "first"))));
    }

    @Test
    default void both_owners_report_the_size_and_a_result_below_the_minimum_is_at_neither() {
        assertThat(sizes(usual())).containsExactly(40L, 40L);
        var refused = with(Parameters.MINIMUM_RESULT_SIZE, "41");
        var run = TckRun.of(plugin(), refused);
        for (var owner : List.of("p1", "p2")) {
            assertThat(run.outcome(owner)).isInstanceOf(Outcome.Refused.class);
            assertThat(run.rows(owner)).isEmpty();
        }
    }

    private List<Long> sizes(TckCase job) {
        var run = TckRun.of(plugin(), job);
        return Stream.of("p1", "p2")
                .map(owner -> run.learned(owner).get(PsiCard.INTERSECTION_SIZE))
                .toList();
    }
}
