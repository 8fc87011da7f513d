package io.databourse.node.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.node.Json;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What nodes ask of a contract that gives the result to both sides.
class TwoSidedCheckTest {
    private final ContractSample sample = new ContractSample();

    @BeforeEach
    void give_the_result_to_both() {
        sample.policy().put("resultRecipient", "BOTH").putArray("providerColumns").add("member_id");
        sample.section.putArray("resultColumns").add("member_id");
        sample.jobParty(1).put("receivesResult", true);
    }

    @Test
    void both_sides_sign_it_and_run_its_jobs() {
        assertThat(ContractCheck.signing(sample.contractText(), sample.airlineFacts()))
                .isEqualTo(new Verdict.Allowed());
        assertThat(airline()).isEqualTo(new Verdict.Allowed());
        assertThat(bank(true)).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void a_job_that_leaves_one_of_them_out_is_refused() {
        sample.jobParty(1).put("receivesResult", false);
        assertRefused(airline(), RefusalCode.PEER_MISMATCH, "PROVIDER as well");
        sample.jobParty(1).put("receivesResult", true);
        sample.jobParty(0).put("receivesResult", false);
        assertRefused(airline(), RefusalCode.PEER_MISMATCH, "CONSUMER as well");
    }

    @Test
    void the_compute_node_receives_nothing() {
        sample.jobParty(2).put("receivesResult", true);
        assertRefused(airline(), RefusalCode.PEER_MISMATCH, "BOTH alone");
    }

    @Test
    void a_consumer_whose_owner_tells_nobody_what_matches_takes_no_part() {
        assertRefused(bank(false), RefusalCode.RELEASE_REFUSED, "customers");
    }

    @Test
    void a_column_that_the_contract_does_not_name_is_not_even_for_the_provider() {
        sample.section.putArray("resultColumns").add("tier");
        assertRefused(airline(), RefusalCode.COLUMN_NOT_ALLOWED, "tier");
    }

    @Test
    void nobody_signs_or_runs_it_with_a_task_that_hands_columns_to_the_consumer() {
        sample.policy().putArray("tasks").add("mpc/psi").add("mpc/psi-join");
        assertRefused(
                ContractCheck.signing(sample.contractText(), sample.airlineFacts()),
                RefusalCode.TASK_NOT_ALLOWED,
                "mpc/psi-join");
        assertRefused(airline(), RefusalCode.TASK_NOT_ALLOWED, "mpc/psi-join");
    }

    @Test
    void columns_for_a_provider_that_receives_nothing_are_no_contract() {
        sample.policy().put("resultRecipient", "CONSUMER");
        assertRefused(airline(), RefusalCode.DEFINITION_INVALID, "columns of its own");
    }

    private Verdict airline() {
        return ContractCheck.job(sample.request(), sample.airlineFacts());
    }

    private Verdict bank(boolean tellsMatches) {
        var section =
                Json.write(
                        Json.parse(
                                        """
                                        {"party":"p1","source":"customers","joinColumns":["mobile"],
                                         "resultColumns":["customer_id"],"conditions":[]}
                                        """,
                                        "section")
                                .node());
        sample.jobParty(0).put("sectionHash", Section.hash(ContractSample.SALT, section));
        var all = sample.request();
        var source =
                new OwnFacts.SourceFacts(
                        "customers", ContractSample.HASH, Optional.empty(), tellsMatches);
        return ContractCheck.job(
                new JobRequest(
                        "j-1",
                        1,
                        all.contract(),
                        all.definition(),
                        Optional.of(section),
                        ContractSample.SALT),
                sample.facts(sample.bank, Optional.of(source)));
    }

    private static void assertRefused(Verdict verdict, RefusalCode code, String reason) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(code);
                            assertThat(refused.reason()).contains(reason);
                        });
    }
}
