package io.databourse.algorithm;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractState;
import io.databourse.crypto.Digest;
import io.databourse.membership.Answer;
import io.databourse.membership.InstructionAnswered;
import io.databourse.membership.InstructionMailbox;
import io.databourse.membership.InstructionType;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeReview;
import io.databourse.merchant.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Carries versions to the reviewers at a provider's node, and their decisions back. The node
/// remembers what it approved by itself; what stands here is for people to see, and to refuse early
/// what the node would refuse.
@ApplicationScoped
public class Submissions {
    private final JpaAlgorithms store;
    private final InstructionMailbox mailbox;
    private final Event<AlgorithmEvent> events;
    private final Clock clock;

    @Inject
    Submissions(
            JpaAlgorithms store,
            InstructionMailbox mailbox,
            Event<AlgorithmEvent> events,
            Clock clock) {
        this.store = store;
        this.mailbox = mailbox;
        this.events = events;
        this.clock = clock;
    }

    void submit(AlgorithmRow algorithm, VersionRow version, Contract contract) {
        requireUsable(algorithm, version, contract);
        if (find(version, contract.id()).isPresent()) {
            throw Refusal.of(
                    ErrorCode.DUPLICATE, "The version is before the contract's provider already.");
        }
        SubmissionRow row = new SubmissionRow(version, contract, clock.instant());
        store.insert(row);
        Script script = script(algorithm, version);
        mailbox.send(
                new NodeId(row.nodeId),
                InstructionType.REVIEW_SCRIPT,
                String.valueOf(row.id),
                1,
                Map.of(
                        "algorithm", script.reference(),
                        "contractId", contract.id().value(),
                        "description", algorithm.description,
                        "language", script.language(),
                        "reviewers", reviewers(contract),
                        "script", script.text(),
                        "sha256", script.sha256()));
        events.fire(
                new AlgorithmEvent.Submitted(
                        new AlgorithmId(algorithm.id), contract.id(), row.sha256, clock.instant()));
    }

    void onAnswer(@Observes InstructionAnswered event) {
        if (event.type() != InstructionType.REVIEW_SCRIPT
                || event.answer().status() == Answer.Status.DONE) {
            return;
        }
        SubmissionRow row = store.submission(Long.parseLong(event.subjectId()));
        if (row.state == Submission.State.SUBMITTED) {
            reject(
                    row,
                    event.answer().code().orElse("REFUSED")
                            + ": "
                            + event.answer().detail().orElse(""));
        }
    }

    /// Takes a review whose signature was verified: it is about a hash. The later decision counts;
    /// the same one again changes nothing.
    ///
    /// @throws Refusal if the node was never asked
    public void take(NodeId node, NodeReview review, String document, String signature) {
        List<SubmissionRow> asked =
                store.submissions(node, review.sha256()).stream()
                        .filter(row -> review.contractId().map(row.contractId::equals).orElse(true))
                        .toList();
        if (asked.isEmpty()) {
            throw Refusal.of(
                    ErrorCode.NOT_FOUND, "No script %s was submitted here.", review.sha256());
        }
        boolean approved = review.decision() == NodeReview.Decision.APPROVED;
        for (SubmissionRow row : asked) {
            if (document.equals(row.document)) {
                continue;
            }
            row.document = document;
            row.signature = signature;
            if (approved) {
                approve(row, review, document);
            } else {
                reject(row, review.reason().orElse(""));
            }
        }
    }

    private void approve(SubmissionRow row, NodeReview review, String document) {
        row.decide(true, review.reason().orElse(null), clock.instant());
        events.fire(
                new AlgorithmEvent.Approved(
                        new AlgorithmId(row.algorithmId),
                        new ContractId(row.contractId),
                        row.sha256,
                        Digest.sm3(document).toString(),
                        clock.instant()));
    }

    private void reject(SubmissionRow row, String reason) {
        row.decide(false, reason, clock.instant());
        events.fire(
                new AlgorithmEvent.Rejected(
                        new AlgorithmId(row.algorithmId),
                        new ContractId(row.contractId),
                        row.sha256,
                        clock.instant()));
    }

    /// The text that a job is bound to, whatever became of the version since.
    ///
    /// @param reference `name@version`
    /// @throws Refusal if the consumer has no such version
    public Script script(MerchantId consumer, String reference) {
        return script(algorithm(consumer, reference), version(consumer, reference));
    }

    /// Whether the version may be used newly under the contract.
    ///
    /// @param approved whether the provider must have approved it
    /// @throws Refusal if not
    public void requireUsable(Contract contract, String reference, boolean approved) {
        VersionRow version = version(contract.consumer(), reference);
        requireUsable(algorithm(contract.consumer(), reference), version, contract);
        boolean isApproved =
                find(version, contract.id())
                        .filter(row -> row.state == Submission.State.APPROVED)
                        .isPresent();
        if (approved && !isApproved) {
            throw Refusal.of(
                    ErrorCode.SCRIPT_NOT_APPROVED,
                    "The provider has not approved %s under this contract.",
                    reference);
        }
    }

    private static void requireUsable(
            AlgorithmRow algorithm, VersionRow version, Contract contract) {
        if (contract.state() != ContractState.ACTIVE || contract.expired()) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "The contract is not active.");
        }
        if (version.deprecatedAt != null) {
            throw Refusal.of(
                    ErrorCode.ALGORITHM_DEPRECATED,
                    "%s@%s is deprecated since %s; it may not be used newly.",
                    algorithm.name,
                    version.version,
                    version.deprecatedAt);
        }
        if (!languages(contract).contains(version.language)) {
            throw Refusal.of(
                    ErrorCode.TASK_NOT_ALLOWED,
                    "The contract lets scripts be written in %s, not %s.",
                    languages(contract),
                    version.language);
        }
    }

    private static List<String> languages(Contract contract) {
        return contract.policy().room().stream()
                .flatMap(room -> room.path("languages").valueStream())
                .map(JsonNode::asText)
                .toList();
    }

    /// The most that the rules of the room, or of one of its tables, ask for.
    private static int reviewers(Contract contract) {
        return contract.policy().room().stream()
                .flatMap(room ->
                        Stream.<JsonNode>concat(Stream.of(room), room.path("tables").valueStream()))
                .mapToInt(rules -> rules.path("reviewers").asInt(1))
                .max()
                .orElse(1);
    }

    private Optional<SubmissionRow> find(VersionRow version, ContractId contract) {
        return store.submissions(version.algorithmId).stream()
                .filter(row -> row.version.equals(version.version))
                .filter(row -> row.contractId.equals(contract.value()))
                .findFirst();
    }

    Script script(AlgorithmRow algorithm, VersionRow version) {
        return new Script(
                algorithm.name + "@" + version.version,
                version.language,
                version.text,
                version.sha256);
    }

    private AlgorithmRow algorithm(MerchantId owner, String reference) {
        int at = reference.indexOf('@');
        return store.find(owner, at < 0 ? reference : reference.substring(0, at))
                .orElseThrow(() -> unknown(reference));
    }

    private VersionRow version(MerchantId owner, String reference) {
        return store.version(
                        algorithm(owner, reference).id,
                        reference.substring(reference.indexOf('@') + 1))
                .orElseThrow(() -> unknown(reference));
    }

    private static Refusal unknown(String reference) {
        return Refusal.of(ErrorCode.NOT_FOUND, "You have registered no %s.", reference);
    }
}
