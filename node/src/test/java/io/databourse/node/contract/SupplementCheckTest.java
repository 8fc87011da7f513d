package io.databourse.node.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.node.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a node makes of additions to a contract of ten runs that ends in March 2027.
class SupplementCheckTest {
    private static final String JUNE = "2027-06-30T00:00:00+08:00";
    private static final Instant MAY = Instant.parse("2027-05-01T00:00:00Z");

    private final ContractSample sample = new ContractSample();

    @Test
    void runs_that_both_added_may_be_used_and_no_more() {
        sample.add(sample.supplement(5, JUNE));
        sample.jobsRun = begun(14, ContractSample.NOW);
        assertThat(job()).isEqualTo(new Verdict.Allowed());

        sample.jobsRun = begun(15, ContractSample.NOW);
        assertRefused(job(), RefusalCode.CONTRACT_RUNS_EXHAUSTED, "15 runs");
    }

    @Test
    void a_contract_goes_on_until_its_supplement_ends() {
        sample.definition.put("deadline", "2027-12-01T00:00:00Z");
        sample.now = MAY;
        assertRefused(job(), RefusalCode.CONTRACT_EXPIRED, "ended");

        sample.add(sample.supplement(5, JUNE));
        assertThat(job()).isEqualTo(new Verdict.Allowed());
        sample.now = MAY.plus(Duration.ofDays(90));
        assertRefused(job(), RefusalCode.CONTRACT_EXPIRED, "ended");
    }

    @Test
    void runs_that_were_not_used_in_time_go_on_only_as_far_as_was_agreed() {
        sample.definition.put("deadline", "2027-12-01T00:00:00Z");
        sample.now = MAY;
        sample.add(sample.supplement(5, JUNE));
        sample.jobsRun = begun(5, MAY);
        assertRefused(job(), RefusalCode.CONTRACT_RUNS_EXHAUSTED, "runs");

        sample.supplements = List.of();
        var limited = sample.supplement(5, JUNE);
        limited.putObject("rollover").put("mode", "AT_MOST").put("units", 2);
        sample.add(limited);
        sample.jobsRun = begun(6, MAY);
        assertThat(job()).isEqualTo(new Verdict.Allowed());
        sample.jobsRun = begun(7, MAY);
        assertRefused(job(), RefusalCode.CONTRACT_RUNS_EXHAUSTED, "runs");

        sample.supplements = List.of();
        var whole = sample.supplement(5, JUNE);
        whole.putObject("rollover").put("mode", "ALL");
        sample.add(whole);
        sample.jobsRun = begun(14, MAY);
        assertThat(job()).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void a_supplement_that_one_side_has_not_signed_adds_nothing() {
        var draft = Json.write(sample.supplement(5, JUNE));
        sample.signers = List.of(sample.airline);
        var half = sample.signed(draft);
        sample.signers = List.of(sample.airline, sample.bank);
        sample.supplements = List.of(half);

        assertRefused(job(), RefusalCode.CONTRACT_NOT_SIGNED, "CONSUMER");
    }

    @Test
    void a_supplement_that_was_changed_after_signing_is_refused() {
        var draft = sample.supplement(5, JUNE);
        var signed = sample.signed(Json.write(draft));
        draft.put("units", 500);
        sample.supplements = List.of(new SignedContract(Json.write(draft), signed.signatures()));

        assertRefused(job(), RefusalCode.CONTRACT_NOT_SIGNED, "does not verify");
    }

    @Test
    void a_supplement_of_another_contract_or_shown_twice_or_with_one_left_out_is_refused() {
        sample.add(sample.supplement(5, JUNE).put("contractHash", ContractSample.HASH));
        assertRefused(job(), RefusalCode.SUPPLEMENT_INVALID, "another contract");
        sample.supplements = List.of();
        sample.add(sample.supplement(5, JUNE).put("contractId", "c-2"));
        assertRefused(job(), RefusalCode.SUPPLEMENT_INVALID, "another contract");

        sample.supplements = List.of();
        sample.add(sample.supplement(5, JUNE));
        sample.add(sample.supplement(6, JUNE));
        assertThat(job()).isEqualTo(new Verdict.Allowed());
        var first = sample.supplements.getFirst();
        var second = sample.supplements.getLast();
        sample.supplements = List.of(first, first);
        assertRefused(job(), RefusalCode.SUPPLEMENT_INVALID, "does not follow");
        sample.supplements = List.of(second);
        assertRefused(job(), RefusalCode.SUPPLEMENT_INVALID, "does not follow");
    }

    @Test
    void a_node_signs_what_follows_a_signed_contract() {
        assertThat(signing(sample.supplement(5, JUNE))).isEqualTo(new Verdict.Allowed());
        sample.add(sample.supplement(5, JUNE));
        assertThat(signing(sample.supplement(7, JUNE))).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void a_node_signs_nothing_that_adds_to_a_contract_that_is_over_or_that_nobody_signed() {
        var draft = sample.supplement(5, JUNE);
        sample.now = MAY;
        assertRefused(signing(draft), RefusalCode.CONTRACT_EXPIRED, "over");

        sample.now = ContractSample.NOW;
        sample.signers = List.of(sample.bank);
        assertRefused(signing(draft), RefusalCode.CONTRACT_NOT_SIGNED, "PROVIDER");
    }

    @Test
    void a_node_signs_nothing_that_adds_no_runs_or_ends_early_or_says_what_it_does_not_know() {
        assertRefused(
                signing(sample.supplement(0, JUNE)), RefusalCode.SUPPLEMENT_INVALID, "no runs");
        assertRefused(
                signing(sample.supplement(5, "2027-03-01T00:00:00+08:00")),
                RefusalCode.SUPPLEMENT_INVALID,
                "before the contract");
        var strange = sample.supplement(5, JUNE);
        strange.putObject("rollover").put("mode", "TWICE");
        assertRefused(signing(strange), RefusalCode.DEFINITION_INVALID, "mode");
    }

    @Test
    void the_owner_s_own_limit_in_time_holds_for_supplements_too() {
        assertRefused(
                signing(sample.supplement(5, "2028-01-31T00:00:00+08:00")),
                RefusalCode.RELEASE_REFUSED,
                "longer than the owner's release");
    }

    private Verdict job() {
        sample.definition.remove("contractHash");
        return ContractCheck.job(sample.request(), sample.airlineFacts());
    }

    private Verdict signing(ObjectNode supplement) {
        return ContractCheck.supplement(
                sample.supplemented(sample.contractText()),
                Json.write(supplement),
                sample.airlineFacts());
    }

    private static Map<String, Instant> begun(int count, Instant at) {
        var jobs = new HashMap<String, Instant>();
        for (int i = 0; i < count; i++) {
            jobs.put("earlier-" + i, at);
        }
        return jobs;
    }

    private static void assertRefused(Verdict verdict, RefusalCode code, String why) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(code);
                            assertThat(Optional.of(refused.reason()))
                                    .hasValueSatisfying(text -> assertThat(text).contains(why));
                        });
    }
}
