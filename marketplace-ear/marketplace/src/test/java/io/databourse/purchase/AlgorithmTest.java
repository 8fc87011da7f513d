package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.algorithm.Algorithm;
import io.databourse.algorithm.AlgorithmService;
import io.databourse.algorithm.AlgorithmVersion;
import io.databourse.algorithm.AlgorithmVersion.VersionState;
import io.databourse.algorithm.NewAlgorithm;
import io.databourse.algorithm.NewSubmission;
import io.databourse.algorithm.NewVersion;
import io.databourse.algorithm.Submission;
import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.crypto.Digest;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.JobState;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.Rooms;
import io.databourse.harness.SimulatedNode;
import io.databourse.harness.SimulatedNode.Behaviour;
import io.databourse.json.Json;
import io.databourse.membership.Answer;
import io.databourse.membership.Instruction;
import io.databourse.membership.InstructionType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AlgorithmTest {
    private static final String TEXT = "print('hello')\n";
    private static final String RULES =
            Rooms.RULES.replace("\"reviewers\":1", "\"languages\":[\"python\"],\"reviewers\":2");

    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final AlgorithmService algorithms = exchange.bean(AlgorithmService.class);
    private final JobService jobs = exchange.bean(JobService.class);
    private final Contract contract = Rooms.contract(market, RULES);

    @Test
    @Tag("H02")
    void only_an_approved_hash_runs_and_one_changed_byte_needs_a_new_review() {
        Algorithm algorithm = registered("1.0.0", TEXT);
        assertRefused(ErrorCode.SCRIPT_NOT_APPROVED, () -> start("demand@1.0.0"));
        algorithms.submit(market.bank, algorithm.id(), "1.0.0", submission());
        exchange.settle();
        Map<String, Object> asked =
                SimulatedNode.payload(
                        market.airlineNode.received(InstructionType.REVIEW_SCRIPT).getLast());
        assertThat(asked)
                .containsEntry("algorithm", "demand@1.0.0")
                .containsEntry("reviewers", 2)
                .containsEntry("script", TEXT)
                .containsEntry("sha256", hash(TEXT));
        assertRefused(ErrorCode.SCRIPT_NOT_APPROVED, () -> start("demand@1.0.0"));

        decide(TEXT, "APPROVED");
        Job job = start("demand@1.0.0");
        exchange.settle();
        assertThat(market.find(job).state()).isEqualTo(JobState.DELIVERED);
        JsonNode parameters = parameters();
        assertThat(parameters.path("script").asText()).isEqualTo(TEXT);
        assertThat(parameters.path("scriptHash").asText()).isEqualTo(hash(TEXT));
        assertThat(parameters.path("language").asText()).isEqualTo("python");

        String changed = TEXT.replace("hello", "hellO");
        algorithms.add(market.bank, algorithm.id(), new NewVersion("1.0.1", "python", changed));
        assertRefused(ErrorCode.SCRIPT_NOT_APPROVED, () -> start("demand@1.0.1"));
    }

    @Test
    @Tag("I09")
    void a_deprecated_version_is_not_used_newly_and_its_jobs_stay_reproducible() {
        Algorithm algorithm = approved();
        Job old = start("demand@1.0.0");
        exchange.settle();
        JsonNode before = parameters();
        Job waiting = start("demand@1.0.0");
        algorithms.deprecate(market.bank, algorithm.id(), "1.0.0");

        assertRefused(ErrorCode.ALGORITHM_DEPRECATED, () -> start("demand@1.0.0"));
        exchange.settle();
        assertThat(market.find(waiting).state()).isEqualTo(JobState.DELIVERED);
        assertThat(version(algorithm).state()).isEqualTo(VersionState.DEPRECATED);
        assertThat(market.find(old).parameters()).containsEntry("algorithm", "demand@1.0.0");
        assertThat(algorithms.script(market.bank, algorithm.id(), "1.0.0").text()).isEqualTo(TEXT);
        assertThat(algorithms.script(market.bank, algorithm.id(), "1.0.0").sha256())
                .isEqualTo(before.path("scriptHash").asText());
        assertRefused(
                ErrorCode.ALGORITHM_DEPRECATED,
                () -> algorithms.submit(market.bank, algorithm.id(), "1.0.0", submission()));
    }

    @Test
    void a_version_never_changes_and_names_are_taken_once() {
        Algorithm algorithm = registered("1.0.0", TEXT);
        assertRefused(
                ErrorCode.DUPLICATE,
                () ->
                        algorithms.add(
                                market.bank,
                                algorithm.id(),
                                new NewVersion("1.0.0", "python", "other")));
        assertRefused(
                ErrorCode.DUPLICATE,
                () -> algorithms.register(market.bank, new NewAlgorithm("demand", "")));
        assertRefused(
                ErrorCode.VALIDATION_FAILED,
                () ->
                        algorithms.add(
                                market.bank,
                                algorithm.id(),
                                new NewVersion("2", "python", "x".repeat(65_537))));
        assertThat(version(algorithm).state()).isEqualTo(VersionState.DRAFT);
    }

    @Test
    void a_rejected_version_says_why_and_does_not_run() {
        Algorithm algorithm = registered("1.0.0", TEXT);
        algorithms.submit(market.bank, algorithm.id(), "1.0.0", submission());
        exchange.settle();
        decide(TEXT, "REJECTED");

        Submission submission = version(algorithm).submissions().getFirst();
        assertThat(submission.state()).isEqualTo(Submission.State.REJECTED);
        assertThat(submission.reason()).contains("looked at");
        assertThat(version(algorithm).state()).isEqualTo(VersionState.REJECTED);
        assertRefused(ErrorCode.SCRIPT_NOT_APPROVED, () -> start("demand@1.0.0"));
    }

    @Test
    void a_node_that_takes_no_scripts_rejects_by_itself() {
        market.airlineNode.behave(
                new Behaviour() {
                    @Override
                    public Optional<Answer> answer(Instruction instruction) {
                        return instruction.type() == InstructionType.REVIEW_SCRIPT
                                ? Optional.of(SimulatedNode.refused("LANGUAGE_NOT_ALLOWED"))
                                : Optional.empty();
                    }
                });
        Algorithm algorithm = registered("1.0.0", TEXT);
        algorithms.submit(market.bank, algorithm.id(), "1.0.0", submission());
        exchange.settle();
        assertThat(version(algorithm).state()).isEqualTo(VersionState.REJECTED);
    }

    @Test
    void a_language_that_the_contract_does_not_name_is_refused() {
        Algorithm algorithm = algorithms.register(market.bank, new NewAlgorithm("demand", ""));
        algorithms.add(market.bank, algorithm.id(), new NewVersion("1", "r", "1 + 1"));
        assertRefused(
                ErrorCode.TASK_NOT_ALLOWED,
                () -> algorithms.submit(market.bank, algorithm.id(), "1", submission()));
    }

    @Test
    void a_provider_reads_what_it_is_asked_to_approve_and_strangers_read_nothing() {
        Algorithm algorithm = registered("1.0.0", TEXT);
        assertThat(algorithms.list(market.airline, PageRequest.first(9)).items()).isEmpty();
        algorithms.submit(market.bank, algorithm.id(), "1.0.0", submission());
        assertThat(algorithms.list(market.airline, PageRequest.first(9)).items())
                .extracting(Algorithm::id)
                .containsExactly(algorithm.id());
        assertThat(algorithms.script(market.airline, algorithm.id(), "1.0.0").text())
                .isEqualTo(TEXT);
        Market other = new Market();
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> algorithms.script(other.airline, algorithm.id(), "1.0.0"));
    }

    private Algorithm registered(String version, String text) {
        Algorithm algorithm =
                algorithms.register(market.bank, new NewAlgorithm("demand", "fuel demand"));
        return algorithms.add(market.bank, algorithm.id(), new NewVersion(version, "python", text));
    }

    private Algorithm approved() {
        Algorithm algorithm = registered("1.0.0", TEXT);
        algorithms.submit(market.bank, algorithm.id(), "1.0.0", submission());
        exchange.settle();
        decide(TEXT, "APPROVED");
        return algorithm;
    }

    private NewSubmission submission() {
        return new NewSubmission(contract.id());
    }

    private void decide(String text, String decision) {
        Map<String, Object> document = new HashMap<>();
        document.put("type", "databourse/review/1");
        document.put("subject", "SCRIPT");
        document.put("sha256", hash(text));
        document.put("decision", decision);
        document.put("reason", "looked at");
        document.put("reviewers", List.of("li"));
        document.put("decidedAt", exchange.clock().instant());
        document.put("nodeId", market.airlineNode.id().value());
        market.airlineNode.review(document);
    }

    private Job start(String reference) {
        return jobs.start(market.bank, Rooms.request(contract, Map.of("algorithm", reference)));
    }

    private JsonNode parameters() {
        var prepared = market.airlineNode.received(InstructionType.PREPARE_JOB).getLast();
        return Json.tree(Json.tree(prepared.payload()).path("definition").asText())
                .path("parameters");
    }

    private AlgorithmVersion version(Algorithm algorithm) {
        return algorithms.find(market.bank, algorithm.id()).versions().getFirst();
    }

    private static String hash(String text) {
        return Digest.sha256(text).hex();
    }

    private static void assertRefused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
