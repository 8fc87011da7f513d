package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.DatasetCard;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.Plan;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.TaskRequest.Participant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PsiPlannerTest {
    private static final Schema SCHEMA =
            new Schema(
                    List.of(
                            new Schema.Column("customer_id", Schema.Type.STRING, false),
                            new Schema.Column("mobile", Schema.Type.STRING, true),
                            new Schema.Column("birthday", Schema.Type.DATE, true),
                            new Schema.Column("aum", Schema.Type.DECIMAL, true)));
    private static final Participant BANK = data("p1", true, "mobile", "customer_id");
    private static final Participant AIRLINE = data("p2", false, "mobile");
    private static final Participant BORN =
            new Participant(
                    new Party("p2", "DATA", false),
                    Map.of(
                            "input",
                            new DatasetCard(
                                    new Schema(
                                            List.of(
                                                    new Schema.Column(
                                                            "born", Schema.Type.INTEGER, true))),
                                    10_000_000,
                                    Map.of("join", List.of("born")))));
    private static final Participant EXCHANGE =
            new Participant(new Party("p3", "COMPUTE", false), Map.of());

    private static Participant data(String id, boolean receives, String join, String... result) {
        var columns = Map.of("join", List.of(join), "result", List.of(result));
        return new Participant(
                new Party(id, "DATA", receives),
                Map.of("input", new DatasetCard(SCHEMA, 10_000_000, columns)));
    }

    @Test
    void a_bank_an_airline_and_a_compute_node_are_enough() {
        var plan = plan(Map.of(Parameters.MINIMUM_RESULT_SIZE, "20"), BANK, AIRLINE, EXCHANGE);
        assertThat(plan).isInstanceOf(Plan.Accepted.class);
        if (plan instanceof Plan.Accepted(var estimate, _)) {
            assertThat(estimate.units()).isEqualTo(1);
            assertThat(estimate.parties()).hasSize(3);
            assertThat(estimate.parties().getFirst().bytesSent())
                    .isBetween(110_000_000L, 130_000_000L);
        }
    }

    @Test
    void both_owners_may_receive_an_intersection_and_none_of_what_other_tasks_make() {
        var both = List.of(BANK, data("p2", true, "mobile", "customer_id"));
        for (var card : new MpcPlugin().card().tasks()) {
            var parties = new ArrayList<>(both);
            if (card.role("COMPUTE").isPresent()) {
                parties.add(EXCHANGE);
            }
            var plan =
                    new MpcPlugin().plan(new TaskRequest(card.name(), Parameters.none(), parties));
            if (List.of("psi", "psi-distributed").contains(card.name())) {
                assertThat(plan).as(card.name()).isInstanceOf(Plan.Accepted.class);
            } else {
                assertRefused(plan, card.name().equals("psi-many") ? "DATA" : "receivesResult");
            }
        }
    }

    @Test
    void who_receives_names_columns_and_somebody_receives() {
        assertRefused(plan(BANK, data("p2", true, "mobile"), EXCHANGE), "p2/result");
        assertRefused(plan(data("p1", false, "mobile"), AIRLINE, EXCHANGE), "receivesResult");
    }

    @Test
    void a_compute_node_that_receives_the_result_is_refused() {
        var curious = new Participant(new Party("p3", "COMPUTE", true), Map.of());
        assertRefused(plan(data("p1", false, "mobile"), AIRLINE, curious), "receivesResult");
    }

    @Test
    void unknown_columns_and_fractions_as_keys_are_refused_by_name() {
        assertRefused(plan(BANK, data("p2", false, "phone"), EXCHANGE), "p2/phone");
        assertRefused(plan(BANK, data("p2", false, "aum"), EXCHANGE), "p2/aum");
    }

    @Test
    void a_date_that_would_be_compared_with_a_number_is_refused_and_with_a_text_it_is_not() {
        assertRefused(plan(data("p1", true, "birthday", "customer_id"), BORN, EXCHANGE), "p2/born");
        assertThat(plan(BANK, BORN, EXCHANGE)).isInstanceOf(Plan.Accepted.class);
    }

    @Test
    void result_columns_of_the_other_owner_are_refused() {
        assertRefused(
                plan(BANK, data("p2", false, "mobile", "customer_id"), EXCHANGE), "p2/result");
        assertRefused(plan(data("p1", true, "mobile"), AIRLINE, EXCHANGE), "p1/result");
    }

    @Test
    void a_minimum_that_is_no_number_and_an_unknown_parameter_are_refused() {
        for (var wrong : List.of("-1", "many", "", "1.5")) {
            assertRefused(
                    plan(Map.of("minimumResultSize", wrong), BANK, AIRLINE, EXCHANGE),
                    "minimumResultSize");
        }
        assertRefused(plan(Map.of("colour", "red"), BANK, AIRLINE, EXCHANGE), "colour");
    }

    @Test
    void rules_of_keys_are_one_for_each_join_column_and_none_of_numbers_for_dates() {
        for (var wrong : List.of("telephone", "mobile-cn,text", "mobile-cn+case", ",")) {
            assertRefused(plan(Map.of("keyRules", wrong), BANK, AIRLINE, EXCHANGE), "keyRules");
        }
        assertThat(plan(Map.of("keyRules", "mobile-cn"), BANK, AIRLINE, EXCHANGE))
                .isInstanceOf(Plan.Accepted.class);
        assertRefused(
                plan(
                        Map.of("keyRules", "id-cn"),
                        data("p1", true, "birthday", "customer_id"),
                        AIRLINE,
                        EXCHANGE),
                "p1/birthday");
    }

    @Test
    void a_join_column_that_is_named_twice_is_refused() {
        var columns = Map.of("join", List.of("mobile", "mobile"), "result", List.<String>of());
        var twice =
                new Participant(
                        new Party("p2", "DATA", false),
                        Map.of("input", new DatasetCard(SCHEMA, 10, columns)));
        assertRefused(plan(BANK, twice, EXCHANGE), "p2/mobile");
    }

    @Test
    void only_three_things_can_be_done_about_repeated_keys() {
        assertRefused(plan(Map.of("duplicates", "ignore"), BANK, AIRLINE, EXCHANGE), "duplicates");
        for (var fine : List.of("all", "first", "refuse")) {
            assertThat(plan(Map.of("duplicates", fine), BANK, AIRLINE, EXCHANGE))
                    .isInstanceOf(Plan.Accepted.class);
        }
    }

    @Test
    void who_counts_gets_no_columns() {
        var bank = data("p1", true, "mobile");
        assertThat(planOf("psi-cardinality", bank, AIRLINE, EXCHANGE))
                .isInstanceOf(Plan.Accepted.class);
        assertRefused(planOf("psi-cardinality", BANK, AIRLINE, EXCHANGE), "p1/result");
    }

    @Test
    void only_numbers_of_the_other_owner_are_summed() {
        var bank = data("p1", true, "mobile");
        assertThat(planOf("psi-sum", bank, data("p2", false, "mobile", "aum"), EXCHANGE))
                .isInstanceOf(Plan.Accepted.class);
        assertRefused(planOf("psi-sum", bank, AIRLINE, EXCHANGE), "p2/result");
        assertRefused(
                planOf("psi-sum", bank, data("p2", false, "mobile", "customer_id"), EXCHANGE),
                "p2/customer_id");
        assertRefused(
                planOf(
                        "psi-sum",
                        data("p1", true, "mobile", "aum"),
                        data("p2", false, "mobile", "aum"),
                        EXCHANGE),
                "p1/result");
    }

    @Test
    void a_join_needs_columns_of_both_owners() {
        assertThat(planOf("psi-join", BANK, data("p2", false, "mobile", "aum"), EXCHANGE))
                .isInstanceOf(Plan.Accepted.class);
        assertRefused(planOf("psi-join", BANK, AIRLINE, EXCHANGE), "p2/result");
    }

    @Test
    void what_counts_between_two_owners_is_for_small_sets() {
        assertRefused(
                planOf("psi-cardinality-distributed", data("p1", true, "mobile"), AIRLINE), "p1");
        assertRefused(
                planOf(
                        "psi-sum-distributed",
                        data("p1", true, "mobile"),
                        data("p2", false, "mobile", "aum")),
                "p2");
    }

    private static Plan planOf(String task, Participant... participants) {
        return new MpcPlugin()
                .plan(new TaskRequest(task, Parameters.none(), List.of(participants)));
    }

    private static Plan plan(Participant... participants) {
        return plan(Map.of(), participants);
    }

    private static Plan plan(Map<String, String> parameters, Participant... participants) {
        return new MpcPlugin()
                .plan(new TaskRequest("psi", new Parameters(parameters), List.of(participants)));
    }

    private static void assertRefused(Plan plan, String subject) {
        assertThat(plan).isInstanceOf(Plan.Refused.class);
        if (plan instanceof Plan.Refused(var problems)) {
            assertThat(problems).extracting(Plan.Problem::subject).contains(subject);
        }
    }
}
