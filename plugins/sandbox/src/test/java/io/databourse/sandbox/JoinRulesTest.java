package io.databourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.Plan;
import io.databourse.plugin.TaskRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the planner says of the rules of a second table, when an owner lists its product.
class JoinRulesTest {
    @Test
    void a_second_table_is_accepted_with_its_rows_and_columns_and_refused_without() {
        assertThat(problems(Joined.RULES)).isEmpty();
        assertThat(problems(Joined.RULES.replace("kind", "colour")))
                .containsExactly("rules/tables/stations/colour");
        assertThat(problems(Joined.RULES.replace("\"stations\"", "\"others\"")))
                .containsExactly("rules/tables/others");
    }

    @Test
    void a_second_table_may_not_be_called_as_the_first_is() {
        for (var name : List.of("data", "input", "Stations", "a b")) {
            assertThat(problems(Joined.RULES.replace("\"stations\"", '"' + name + '"')))
                    .as(name)
                    .containsExactly("rules");
        }
    }

    @Test
    void a_second_table_has_no_budget_and_no_unknown_rule() {
        assertThat(
                        problems(
                                Joined.RULES.replace(
                                        "\"minimumEntities\":8",
                                        "\"privacy\":{\"epsilonPerQuery\":\"1\",\"epsilonTotal\":\"2\"}")))
                .containsExactly("rules");
        assertThat(problems(Joined.RULES.replace("\"minimumEntities\":8", "\"minimum\":8")))
                .containsExactly("rules");
        assertThat(problems(Joined.RULES.replace("\"product\":\"prd_1\",", "")))
                .containsExactly("rules");
    }

    private static List<String> problems(String rules) {
        var cards =
                Map.of(
                        PartyContext.INPUT,
                        Sales.data().card(),
                        Joined.TABLE,
                        Joined.stations().card());
        var plan =
                new SandboxPlugin()
                        .plan(
                                new TaskRequest(
                                        "query",
                                        new Parameters(Map.of("sql", Joined.SQL, "rules", rules)),
                                        List.of(
                                                new TaskRequest.Participant(
                                                        new Party("p1", "DATA", false), cards),
                                                new TaskRequest.Participant(
                                                        new Party("p2", "RESULT", true),
                                                        Map.of()))));
        return plan instanceof Plan.Refused(var problems)
                ? problems.stream().map(Plan.Problem::subject).toList()
                : List.of();
    }
}
