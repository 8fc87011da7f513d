package io.databourse.harness;

import io.databourse.call.Caller;
import io.databourse.call.Decision;
import io.databourse.crypto.Digest;
import io.databourse.crypto.KeyAlgorithm;
import io.databourse.crypto.Sm2Signer;
import io.databourse.crypto.StoredKey;
import io.databourse.crypto.SubjectName;
import io.databourse.crypto.Validity;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobId;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.ReviewService;
import io.databourse.json.Json;
import io.databourse.membership.Answer;
import io.databourse.membership.EnrolmentRequest;
import io.databourse.membership.Hello;
import io.databourse.membership.Instruction;
import io.databourse.membership.InstructionMailbox;
import io.databourse.membership.InstructionType;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeInvitation;
import io.databourse.membership.SourceCard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A node that has real keys and no data: it answers instructions, and reports, as a test says.
public final class SimulatedNode {
    private final Exchange exchange;
    private final NodeId id;
    private final Sm2Signer signer;
    private final String certificate;
    private final List<Instruction> received = new ArrayList<>();
    private Behaviour behaviour = Behaviour.GOOD;

    private SimulatedNode(Exchange exchange, NodeId id, StoredKey signing, String certificate) {
        this.exchange = exchange;
        this.id = id;
        this.signer = Sm2Signer.of(signing.keys());
        this.certificate = certificate;
    }

    /// What a test may change of a node.
    public interface Behaviour {
        Behaviour GOOD = new Behaviour() {};

        /// Whether the node looks into its mailbox at all.
        default boolean isAwake() {
            return true;
        }

        /// The answer instead of the good one.
        default Optional<Answer> answer(Instruction instruction) {
            return Optional.empty();
        }

        /// The outcome of the party's part in this attempt; empty if the node never reports.
        default Optional<Report> report(int attempt) {
            return Optional.of(Report.completed());
        }
    }

    /// @param held the SHA-256 of what the node's reviewers must see first
    public record Report(
            String outcome,
            Optional<String> code,
            Optional<String> blame,
            Optional<String> held,
            Map<String, Long> meters) {
        public Report(String outcome, Optional<String> code, Optional<String> blame) {
            this(outcome, code, blame, Optional.empty(), Map.of());
        }

        /// What is left of a privacy budget, in billionths.
        public static Report completed(long privacyLeft, long privacyTotal) {
            return new Report(
                    "COMPLETED",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("privacyLeft", privacyLeft, "privacyTotal", privacyTotal));
        }

        public static Report completed() {
            return new Report("COMPLETED", Optional.empty(), Optional.empty());
        }

        public static Report held(String sha256) {
            return new Report(
                    "COMPLETED", Optional.empty(), Optional.empty(), Optional.of(sha256), Map.of());
        }

        public static Report refused(String code) {
            return new Report("REFUSED", Optional.of(code), Optional.empty());
        }

        public static Report failed(String code, String blame) {
            return new Report("FAILED", Optional.of(code), Optional.of(blame));
        }
    }

    /// Invites, enrols and approves a node with fresh keys.
    static SimulatedNode enrolled(Exchange exchange, Caller admin, Caller operator, String name) {
        MembershipService membership = exchange.bean(MembershipService.class);
        StoredKey signing = key(KeyAlgorithm.SM2, name);
        StoredKey channel = key(KeyAlgorithm.P256, name);
        NodeInvitation invitation = membership.invite(admin, name);
        membership.enrol(
                new EnrolmentRequest(
                        invitation.joinToken(),
                        name,
                        "localhost:7101",
                        signing.request(subject(name)).toPem(),
                        channel.request(subject(name)).toPem(),
                        "0.1.0"));
        membership.decide(operator, invitation.nodeId(), new Decision(true, "known"));
        String certificate =
                membership
                        .enrolment(invitation.nodeId(), invitation.joinToken())
                        .signingCertificate()
                        .orElseThrow();
        SimulatedNode node = new SimulatedNode(exchange, invitation.nodeId(), signing, certificate);
        node.sayHello();
        exchange.add(node);
        return node;
    }

    private static StoredKey key(KeyAlgorithm algorithm, String name) {
        Instant now = Instant.now();
        return StoredKey.selfSigned(
                algorithm, subject(name), new Validity(now, now.plus(Duration.ofDays(1))));
    }

    private static SubjectName subject(String name) {
        return SubjectName.of(name);
    }

    public NodeId id() {
        return id;
    }

    public void behave(Behaviour how) {
        behaviour = how;
    }

    public void sayHello() {
        exchange.bean(MembershipService.class)
                .hello(
                        id,
                        new Hello(
                                "0.1.0",
                                List.of(
                                        new SourceCard("members", "CSV", "members"),
                                        new SourceCard("customers", "CSV", "customers")),
                                List.of(),
                                "none"));
    }

    /// Instructions of this type so far, each once.
    public List<Instruction> received(InstructionType type) {
        return received.stream().filter(each -> each.type() == type).toList();
    }

    /// Answers what lies in the mailbox.
    ///
    /// @return whether there was anything
    boolean work() {
        if (!behaviour.isAwake()) {
            return false;
        }
        InstructionMailbox mailbox = exchange.bean(InstructionMailbox.class);
        List<Instruction> waiting = mailbox.await(id, Duration.ZERO);
        for (Instruction instruction : waiting) {
            received.add(instruction);
            Answer answer = behaviour.answer(instruction).orElseGet(() -> goodAnswer(instruction));
            mailbox.answer(id, instruction.id(), answer);
            if (instruction.type() == InstructionType.START_JOB) {
                int attempt = payload(instruction).get("attempt") instanceof Integer n ? n : 0;
                behaviour.report(attempt).ifPresent(report -> report(instruction, report));
            }
        }
        return !waiting.isEmpty();
    }

    private Answer goodAnswer(Instruction instruction) {
        Map<String, Object> payload = payload(instruction);
        return switch (instruction.type()) {
            case PROFILE_SOURCE -> done(profile(payload));
            case SIGN_CONTRACT, SIGN_SUPPLEMENT ->
                    done(
                            Map.of(
                                    "signature",
                                    signer.signDocument(text(payload, "document")),
                                    "signingCertificate",
                                    certificate));
            case PREPARE_JOB -> done(acceptance(text(payload, "definition")));
            case DELIVER_RESULT ->
                    done(Map.of("rows", 462, "sha256", "sha256:ab", "file", "result.csv"));
            case START_JOB, ABORT_JOB, FINISH_JOB, REVIEW_SCRIPT -> done(Map.of());
        };
    }

    private Map<String, Object> acceptance(String definition) {
        return Map.of(
                "definitionHash",
                Digest.sm3(definition).toString(),
                "acceptance",
                signer.signDocument(definition));
    }

    private static Map<String, Object> profile(Map<String, Object> payload) {
        return Map.of(
                "source",
                text(payload, "source"),
                "rowCount",
                6097,
                "contentHash",
                "sha256:" + "0".repeat(64),
                "format",
                "CSV",
                "columns",
                List.of(
                        column("member_id", "STRING"),
                        column("mobile", "STRING"),
                        column("tier", "STRING"),
                        column("flights_12m", "INTEGER")));
    }

    private static Map<String, Object> column(String name, String type) {
        return Map.of("name", name, "type", type, "nullable", false);
    }

    /// Signs and sends a report about the attempt that the instruction started.
    public void report(Instruction started, Report report) {
        Map<String, Object> payload = payload(started);
        String job = text(payload, "jobId");
        int attempt = payload.get("attempt") instanceof Integer n ? n : 0;
        String document = Json.write(document(job, attempt, report));
        exchange.bean(JobService.class)
                .report(id, new JobId(job), attempt, document, signer.signDocument(document));
    }

    /// Signs and sends what the node's reviewers decided about an output.
    public void review(Job job, int attempt, String sha256, String decision, String... reviewers) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "databourse/review/1");
        document.put("subject", "OUTPUT");
        document.put("jobId", job.id().value());
        document.put("attempt", attempt);
        document.put("sha256", sha256);
        document.put("decision", decision);
        document.put("reason", "looked at");
        document.put("reviewers", List.of(reviewers));
        document.put("decidedAt", exchange.clock().instant());
        document.put("nodeId", id.value());
        review(document);
    }

    /// Signs and sends a review.
    public void review(Map<String, Object> document) {
        String text = Json.write(document);
        exchange.bean(ReviewService.class).take(id, text, signer.signDocument(text));
    }

    private Map<String, Object> document(String job, int attempt, Report report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "databourse/report/1");
        document.put("jobId", job);
        document.put("attempt", attempt);
        document.put("party", partyIn(job, attempt));
        document.put("nodeId", id.value());
        document.put("outcome", report.outcome());
        report.code().ifPresent(code -> document.put("code", code));
        report.blame().ifPresent(blame -> document.put("blame", blame));
        report.held()
                .ifPresent(sha256 -> {
                    document.put("review", "PENDING");
                    document.put(
                            "held",
                            Map.of(
                                    "sha256",
                                    sha256,
                                    "bytes",
                                    2048,
                                    "preScreen",
                                    Map.of("PASS", 3, "REVIEW", 1, "FAIL", 0)));
                });
        document.put("estimate", Map.of("seconds", 7, "rows", 6097));
        document.put("meters", report.meters());
        document.put("inputRows", 100);
        document.put("resultRows", 462);
        document.put("resultHash", "sha256:ab");
        document.put("bytesSent", 1000);
        document.put("cpuMillis", 10);
        document.put("keysDestroyed", true);
        return document;
    }

    /// The name that the definition gives to this node.
    private String partyIn(String job, int attempt) {
        for (Instruction prepared : received(InstructionType.PREPARE_JOB)) {
            Map<String, Object> payload = payload(prepared);
            if (job.equals(payload.get("jobId"))
                    && Integer.valueOf(attempt).equals(payload.get("attempt"))) {
                for (var party : Json.tree(text(payload, "definition")).path("parties")) {
                    if (party.path("nodeId").asText().equals(id.value())) {
                        return party.path("party").asText();
                    }
                }
            }
        }
        throw new IllegalStateException("not prepared for " + job + " " + attempt);
    }

    @SuppressWarnings("unchecked") // JSON objects are maps by name.
    public static Map<String, Object> payload(Instruction instruction) {
        return Json.read(instruction.payload(), Map.class);
    }

    private static String text(Map<String, Object> payload, String name) {
        return String.valueOf(payload.get(name));
    }

    public static Answer done(Map<String, Object> result) {
        return new Answer(Answer.Status.DONE, Optional.empty(), Optional.empty(), result);
    }

    public static Answer refused(String code) {
        return new Answer(Answer.Status.REFUSED, Optional.of(code), Optional.of("no"), Map.of());
    }

    public static Answer failed(String code) {
        return new Answer(Answer.Status.FAILED, Optional.of(code), Optional.of("no"), Map.of());
    }
}
