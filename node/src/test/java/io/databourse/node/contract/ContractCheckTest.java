package io.databourse.node.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.node.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ContractCheckTest {
    private final ContractSample sample = new ContractSample();

    @Test
    void a_job_that_keeps_to_the_contract_is_accepted() {
        assertThat(verdict()).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void a_compute_node_accepts_without_a_section_and_without_a_source() {
        var whole = sample.request();
        var request =
                new JobRequest(
                        "j-1", 1, whole.contract(), whole.definition(), Optional.empty(), "");
        assertThat(ContractCheck.job(request, sample.facts(sample.compute, Optional.empty())))
                .isEqualTo(new Verdict.Allowed());
    }

    @Test
    void a_contract_that_one_side_has_not_signed_is_refused() {
        sample.signers = List.of(sample.airline);
        assertRefused(RefusalCode.CONTRACT_NOT_SIGNED, "CONSUMER");
    }

    @Test
    void a_contract_changed_after_signing_is_refused() {
        var request = sample.request();
        sample.policy().put("maximumRuns", 1_000);
        var changed = new SignedContract(sample.contractText(), request.contract().signatures());
        sample.definition.remove("contractHash");
        var definition = sample.request().definition();
        var forged =
                new JobRequest(
                        "j-1", 1, changed, definition, request.section(), request.sectionSalt());
        assertThat(ContractCheck.job(forged, sample.airlineFacts()))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused ->
                                assertThat(refused.code())
                                        .isEqualTo(RefusalCode.CONTRACT_NOT_SIGNED));
    }

    @Test
    void a_signature_with_a_certificate_of_another_authority_is_refused() {
        var stranger = new ContractSample();
        var foreign = stranger.bank;
        party(1).put("signingFingerprint", foreign.signingFingerprint());
        sample.signers = List.of(sample.airline, foreign);
        assertRefused(RefusalCode.CONTRACT_NOT_SIGNED, "FOREIGN");
    }

    @Test
    void a_signature_with_another_certificate_than_the_contract_names_is_refused() {
        sample.signers = List.of(sample.airline, sample.member("bank"));
        assertRefused(RefusalCode.CONTRACT_NOT_SIGNED, "not the one in the contract");
    }

    @Test
    void an_own_signature_by_another_key_is_refused() {
        var impostor = sample.member("airline");
        party(0).put("signingFingerprint", impostor.signingFingerprint());
        sample.signers = List.of(impostor, sample.bank);
        assertRefused(RefusalCode.CONTRACT_NOT_SIGNED, "another key");
    }

    @Test
    @Tag("B08")
    void a_revoked_signer_is_refused() {
        sample.revoked = Set.of(sample.bank.signing().certificate().getSerialNumber());
        assertRefused(RefusalCode.CERTIFICATE_REVOKED, "bank");
    }

    @Test
    void a_contract_that_is_over_is_refused() {
        sample.policy().put("notAfter", "2026-11-20T00:00:00+08:00");
        assertRefused(RefusalCode.CONTRACT_EXPIRED, "ended");
    }

    @Test
    void a_task_or_purpose_beyond_the_contract_is_refused() {
        sample.definition.put("purpose", "credit");
        assertRefused(RefusalCode.PURPOSE_NOT_ALLOWED, "credit");
        sample.definition.put("purpose", "marketing").put("task", "mpc/sum");
        assertRefused(RefusalCode.TASK_NOT_ALLOWED, "mpc/sum");
    }

    @Test
    @Tag("B06")
    void a_condition_on_a_column_beyond_the_contract_is_refused_with_its_name() {
        ((ObjectNode) sample.section.get("conditions").get(0)).put("column", "member_id");
        assertRefused(RefusalCode.COLUMN_NOT_ALLOWED, "member_id");
    }

    @Test
    @Tag("B06")
    void a_join_or_result_column_beyond_the_contract_is_refused_with_its_name() {
        ((ArrayNode) sample.section.get("resultColumns")).add("tier");
        assertRefused(RefusalCode.COLUMN_NOT_ALLOWED, "tier");
        ((ArrayNode) sample.section.get("resultColumns")).removeAll();
        ((ArrayNode) sample.section.get("joinColumns")).add("member_id");
        sample.jobParty(1).remove("sectionHash");
        assertRefused(RefusalCode.COLUMN_NOT_ALLOWED, "member_id");
    }

    @Test
    void the_eleventh_run_is_refused_and_another_attempt_of_the_tenth_is_not() {
        var runs = new HashMap<>(begun("earlier", 10));
        sample.jobsRun = Map.copyOf(runs);
        assertRefused(RefusalCode.CONTRACT_RUNS_EXHAUSTED, "10 runs");
        runs.remove("earlier-0");
        runs.put("j-1", ContractSample.NOW);
        sample.jobsRun = Map.copyOf(runs);
        assertThat(verdict()).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void runs_that_were_called_off_are_given_back_but_only_as_many_as_were_sold() {
        sample.jobsRun = begun("delivered", 9);
        sample.calledOff = begun("called-off", 10);
        assertThat(verdict()).isEqualTo(new Verdict.Allowed());

        sample.calledOff = begun("called-off", 11);
        assertRefused(RefusalCode.CONTRACT_RUNS_EXHAUSTED, "10 runs");

        sample.jobsRun = begun("delivered", 10);
        sample.calledOff = Map.of("j-1", ContractSample.NOW);
        assertRefused(RefusalCode.CONTRACT_RUNS_EXHAUSTED, "10 runs");
    }

    private static Map<String, Instant> begun(String name, int jobs) {
        return IntStream.range(0, jobs)
                .boxed()
                .collect(Collectors.toMap(i -> name + "-" + i, _ -> ContractSample.NOW));
    }

    @Test
    void a_source_that_the_owner_does_not_release_is_refused_whoever_signed() {
        sample.released = Optional.empty();
        assertRefused(RefusalCode.RELEASE_REFUSED, "does not release");
    }

    @Test
    void a_contract_beyond_the_owners_release_is_refused() {
        sample.policy().put("minimumResultSize", 5);
        assertRefused(RefusalCode.RELEASE_REFUSED, "at least 20");
        sample.policy().put("minimumResultSize", 20);
        ((ArrayNode) sample.policy().get("filterColumns")).add("home_address");
        sample.definition.remove("contractHash");
        assertRefused(RefusalCode.RELEASE_REFUSED, "home_address");
    }

    @Test
    void a_release_that_is_over_is_refused() {
        var old = sample.release;
        sample.released =
                Optional.of(
                        new ReleasePolicy(
                                old.tasks(),
                                old.purposes(),
                                old.joinColumns(),
                                old.filterColumns(),
                                old.resultColumns(),
                                20,
                                Instant.parse("2026-11-20T00:00:00Z"),
                                old.room(),
                                old.watermark()));
        assertRefused(RefusalCode.RELEASE_REFUSED, "release");
    }

    @Test
    void a_file_that_has_changed_since_the_contract_is_refused() {
        sample.contentHash = "sha256:" + "00".repeat(32);
        assertRefused(RefusalCode.SOURCE_CHANGED, "members");
    }

    @Test
    void a_party_or_certificate_that_the_contract_does_not_name_is_refused() {
        sample.jobParty(2).put("channelFingerprint", "00".repeat(32));
        assertRefused(RefusalCode.PEER_MISMATCH, "another certificate of compute");
        sample.jobParty(2)
                .put("channelFingerprint", sample.compute.channelFingerprint())
                .put("nodeId", "stranger");
        assertRefused(RefusalCode.PEER_MISMATCH, "stranger");
    }

    @Test
    void a_result_for_anybody_but_the_recipient_is_refused() {
        sample.jobParty(1).put("receivesResult", true);
        assertRefused(RefusalCode.PEER_MISMATCH, "CONSUMER alone");
    }

    @Test
    void another_build_of_the_plugin_is_refused() {
        sample.plugin =
                Optional.of(new JobDefinition.PluginVersion("mpc", "0.1.0", "00".repeat(32)));
        assertRefused(RefusalCode.PLUGIN_MISMATCH, "another build");
        sample.plugin = Optional.empty();
        assertRefused(RefusalCode.PLUGIN_MISMATCH, "not installed");
    }

    @Test
    void a_section_that_was_not_agreed_on_is_refused() {
        var request = sample.request();
        sample.section.put("source", "other");
        var swapped =
                new JobRequest(
                        "j-1",
                        1,
                        request.contract(),
                        request.definition(),
                        Optional.of(Json.write(sample.section)),
                        request.sectionSalt());
        assertThat(ContractCheck.job(swapped, sample.airlineFacts()))
                .isEqualTo(
                        new Verdict.Refused(
                                RefusalCode.DEFINITION_INVALID,
                                "the section is not the one that was agreed on"));
    }

    @Test
    void a_smaller_minimum_than_the_contracts_is_refused() {
        sample.definition.put("minimumResultSize", 19);
        assertRefused(RefusalCode.DEFINITION_INVALID, "at least 20");
    }

    @Test
    void a_definition_of_another_contract_attempt_or_time_is_refused() {
        sample.definition.put("contractHash", "sm3:" + "00".repeat(32));
        assertRefused(RefusalCode.DEFINITION_INVALID, "another contract");
        sample.definition.remove("contractHash");
        sample.definition.put("attempt", 2);
        assertRefused(RefusalCode.DEFINITION_INVALID, "another job or attempt");
        sample.definition.put("attempt", 1).put("deadline", "2026-11-20T00:00:00Z");
        assertRefused(RefusalCode.DEFINITION_INVALID, "deadline");
    }

    @Test
    void text_that_is_no_definition_is_refused_with_what_is_missing() {
        sample.definition.remove("task");
        assertRefused(RefusalCode.DEFINITION_INVALID, "definition.task");
    }

    @Test
    void the_owner_signs_within_its_release_and_not_beyond() {
        assertThat(ContractCheck.signing(sample.contractText(), sample.airlineFacts()))
                .isEqualTo(new Verdict.Allowed());
        ((ArrayNode) sample.policy().get("purposes")).add("credit");
        assertThat(ContractCheck.signing(sample.contractText(), sample.airlineFacts()))
                .isEqualTo(
                        new Verdict.Refused(
                                RefusalCode.RELEASE_REFUSED,
                                "the owner does not release purpose credit"));
    }

    @Test
    void a_node_does_not_sign_a_contract_with_other_keys_or_without_it() {
        party(1).put("channelFingerprint", "00".repeat(32));
        assertThat(
                        ContractCheck.signing(
                                sample.contractText(), sample.facts(sample.bank, Optional.empty())))
                .isInstanceOf(Verdict.Refused.class);
        var stranger = sample.member("stranger");
        assertThat(
                        ContractCheck.signing(
                                sample.contractText(), sample.facts(stranger, Optional.empty())))
                .isInstanceOf(Verdict.Refused.class);
    }

    private ObjectNode party(int index) {
        return (ObjectNode) sample.contract.get("parties").get(index);
    }

    private Verdict verdict() {
        return ContractCheck.job(sample.request(), sample.airlineFacts());
    }

    private void assertRefused(RefusalCode code, String reason) {
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> {
                            assertThat(refused.code()).as(refused.reason()).isEqualTo(code);
                            assertThat(refused.reason()).contains(reason);
                        });
    }
}
