package io.databourse.dispatch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.call.Caller;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.contract.PartyRole;
import io.databourse.contract.SignedTexts;
import io.databourse.crypto.Digest;
import io.databourse.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes the text that all parties of an attempt accept, and the sections that only one party each
/// may see. Nodes read both; their members are a protocol.
@ApplicationScoped
class JobDefinitions {
    private static final int SALT_BYTES = 16;

    private final ContractService contracts;
    private final Admission admission;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    @Inject
    JobDefinitions(ContractService contracts, Admission admission, Clock clock) {
        this.contracts = contracts;
        this.admission = admission;
        this.clock = clock;
    }

    /// @throws io.databourse.call.Refusal if the job may not be run any more
    Attempt make(JobRun job) {
        JobRequest request = job.identity().request();
        Contract contract = contract(job);
        Admitted admitted = admission.admit(contract, request);
        List<PartyRun> parties =
                admitted.seats().stream().map(seat -> run(seat, admitted.cards())).toList();
        Instant deadline =
                clock.instant()
                        .plus(JobRun.ANSWER_TIME.multipliedBy(2))
                        .plus(admitted.plan().estimate().time().multipliedBy(20))
                        .truncatedTo(ChronoUnit.SECONDS);
        String text = Json.write(definition(job, contract, admitted, parties, deadline));
        return new Attempt(text, Digest.sm3(text).toString(), deadline, parties);
    }

    /// The contract with both signatures, for nodes to check by themselves.
    Map<String, Object> signedContract(JobRun job) {
        return SignedTexts.of(contract(job));
    }

    Instant endOfContract(JobRun job) {
        return contract(job).end();
    }

    private Contract contract(JobRun job) {
        return contracts.find(Caller.system(), job.identity().request().contractId());
    }

    private PartyRun run(Seat seat, DatasetCards cards) {
        Optional<String> section = section(seat, cards);
        return new PartyRun(
                seat.party().id(),
                seat.side(),
                seat.party().role(),
                seat.node().id(),
                seat.node().ownerName(),
                seat.party().receivesResult(),
                section,
                section.map(_ -> salt()),
                Map.of(),
                Optional.empty());
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private static Optional<String> section(Seat seat, DatasetCards cards) {
        if (!seat.bringsData()) {
            return Optional.empty();
        }
        JobRequest request = cards.request();
        return Optional.of(
                seat.side() == PartyRole.PROVIDER
                        ? section(
                                seat,
                                request.provider().joinColumns(),
                                cards.shown(),
                                request.provider().conditions())
                        : section(
                                seat,
                                request.own().joinColumns(),
                                request.own().resultColumns(),
                                request.own().conditions()));
    }

    private static String section(
            Seat seat, List<String> join, List<String> result, List<Condition> conditions) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("party", seat.party().id());
        section.put("source", seat.source());
        section.put("joinColumns", join);
        section.put("resultColumns", result);
        section.put("conditions", conditions);
        return Json.write(section);
    }

    /// SM3 over the salt's and then the section's bytes.
    static String sectionHash(String salt, String section) {
        return Digest.sm3(
                        salt.getBytes(StandardCharsets.UTF_8),
                        section.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static ObjectNode definition(
            JobRun job,
            Contract contract,
            Admitted admitted,
            List<PartyRun> parties,
            Instant deadline) {
        JobRequest request = job.identity().request();
        int minimum = contract.policy().minimumResultSize();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("type", "databourse/job/1");
        root.put("jobId", job.id().value());
        root.put("attempt", job.attempt());
        root.put("contractId", contract.id().value());
        root.put("contractHash", contract.documentHash());
        root.put("task", request.task());
        root.putObject("plugin")
                .put("id", admitted.plugin().id())
                .put("version", admitted.plugin().version())
                .put("sha256", admitted.plugin().sha256());
        root.put("purpose", request.purpose());
        ObjectNode parameters = root.putObject("parameters");
        // In the order of their names: the text is signed, and the same job has the same text.
        Map<String, String> values = new TreeMap<>(admitted.parameters());
        job.releases().ifPresent(sha256 -> values.put(TaskParameters.RELEASE, sha256));
        values.forEach(parameters::put);
        root.put("minimumResultSize", minimum);
        ArrayNode all = root.putArray("parties");
        for (PartyRun party : parties) {
            all.add(party(party, admitted.seat(party.party())));
        }
        root.put("deadline", deadline.toString());
        return root;
    }

    private static ObjectNode party(PartyRun party, Seat seat) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("party", party.party());
        node.put("role", party.role());
        node.put("nodeId", party.nodeId().value());
        node.put("endpoint", seat.node().channelEndpoint().orElseThrow());
        node.put("channelFingerprint", seat.node().channelFingerprint().orElseThrow());
        party.section()
                .ifPresent(section ->
                        node.put("sectionHash", sectionHash(party.salt().orElseThrow(), section)));
        node.put("receivesResult", party.receivesResult());
        return node;
    }
}
