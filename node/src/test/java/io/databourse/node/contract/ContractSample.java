package io.databourse.node.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.crypto.CertificateAuthority;
import io.databourse.crypto.CertificateUse;
import io.databourse.crypto.Digest;
import io.databourse.crypto.Fingerprint;
import io.databourse.crypto.KeyAlgorithm;
import io.databourse.crypto.Pem;
import io.databourse.crypto.Sm2Signer;
import io.databourse.crypto.StoredKey;
import io.databourse.crypto.SubjectName;
import io.databourse.crypto.Validity;
import io.databourse.node.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An airline that sells, a bank that buys and the exchange's compute node, with a contract and a
/// job that are right in everything. Tests change one thing and see the job refused.
final class ContractSample {
    static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Validity VALIDITY =
            new Validity(NOW.minusSeconds(60), NOW.plusSeconds(1L << 26));
    static final String HASH = "sha256:" + "ab".repeat(32);
    static final String SALT = "5a17";

    final CertificateAuthority signingCa = authority(KeyAlgorithm.SM2);
    final CertificateAuthority channelCa = authority(KeyAlgorithm.P256);
    final Member airline = member("airline");
    final Member bank = member("bank");
    final Member compute = member("compute");
    final ObjectNode contract = contract();
    ObjectNode definition = Json.object();
    final ObjectNode section = section();
    ReleasePolicy release =
            new ReleasePolicy(
                    Set.of("mpc/psi"),
                    Set.of("marketing"),
                    Set.of("mobile"),
                    Set.of("tier", "flights_12m"),
                    Set.of(),
                    20,
                    Instant.parse("2027-12-31T00:00:00Z"),
                    Optional.empty(),
                    Optional.empty());
    Optional<JobDefinition.PluginVersion> plugin =
            Optional.of(new JobDefinition.PluginVersion("mpc", "0.1.0", "cd".repeat(32)));
    Optional<ReleasePolicy> released = Optional.of(release);
    String contentHash = HASH;
    Map<String, Instant> jobsRun = Map.of();
    Map<String, Instant> calledOff = Map.of();
    List<SignedContract> supplements = List.of();
    Instant now = NOW;
    OwnFacts.Reviewed reviewed = OwnFacts.Reviewed.NOTHING;
    Set<java.math.BigInteger> revoked = Set.of();
    List<Member> signers = List.of(airline, bank);

    record Member(String nodeId, StoredKey signing, StoredKey channel) {
        String signingFingerprint() {
            return Fingerprint.of(signing.certificate());
        }

        String channelFingerprint() {
            return Fingerprint.of(channel.certificate());
        }
    }

    Map<String, OwnFacts.SourceFacts> tables = Map.of();

    ContractSample() {
        definition = definition();
    }

    static CertificateAuthority authority(KeyAlgorithm algorithm) {
        return CertificateAuthority.create(algorithm, SubjectName.of("root"), VALIDITY);
    }

    Member member(String nodeId) {
        return new Member(
                nodeId,
                issue(signingCa, nodeId, CertificateUse.SIGNING),
                issue(channelCa, nodeId, CertificateUse.CHANNEL));
    }

    static StoredKey issue(CertificateAuthority authority, String name, CertificateUse use) {
        var subject = SubjectName.of(name);
        var own = StoredKey.selfSigned(authority.algorithm(), subject, VALIDITY);
        var issued = authority.issue(own.request(subject), subject, use, VALIDITY);
        return own.withChain(List.of(issued, authority.certificate()));
    }

    private ObjectNode contract() {
        var json = Json.object().put("type", "databourse/contract/1").put("contractId", "c-1");
        json.put("productName", "会员标签");
        json.putObject("price").put("amount", "5000.00").put("currency", "CNY");
        json.putObject("dataset")
                .put("nodeId", "airline")
                .put("source", "members")
                .put("contentHash", HASH);
        var parties = json.putArray("parties");
        party(parties, "PROVIDER", airline)
                .put("organisation", "航空公司")
                .put("creditCode", "91310000MA0000082D");
        party(parties, "CONSUMER", bank)
                .put("organisation", "银行")
                .put("creditCode", "91310000MA00000908");
        party(parties, "COMPUTE", compute);
        var policy = json.putObject("policy");
        policy.putArray("purposes").add("marketing");
        policy.putArray("tasks").add("mpc/psi");
        policy.put("maximumRuns", 10).put("notAfter", "2027-03-31T00:00:00+08:00");
        policy.putArray("joinColumns").add("mobile");
        policy.putArray("filterColumns").add("tier").add("flights_12m");
        policy.putArray("resultColumns");
        policy.put("resultRecipient", "CONSUMER").put("minimumResultSize", 20);
        return json;
    }

    private static ObjectNode party(ArrayNode parties, String role, Member member) {
        return parties.addObject()
                .put("role", role)
                .put("nodeId", member.nodeId())
                .put("signingFingerprint", member.signingFingerprint())
                .put("channelFingerprint", member.channelFingerprint());
    }

    private static ObjectNode section() {
        var json = Json.object().put("party", "p2").put("source", "members");
        json.putArray("joinColumns").add("mobile");
        json.putArray("resultColumns");
        var condition = json.putArray("conditions").addObject();
        condition.put("column", "tier").put("operator", "EQ").putArray("values").add("GOLD");
        return json;
    }

    ObjectNode policy() {
        return (ObjectNode) contract.get("policy");
    }

    private ObjectNode definition() {
        var json =
                Json.object()
                        .put("type", "databourse/job/1")
                        .put("jobId", "j-1")
                        .put("attempt", 1)
                        .put("contractId", "c-1")
                        .put("task", "mpc/psi")
                        .put("purpose", "marketing")
                        .put("minimumResultSize", 20)
                        .put("deadline", "2026-11-21T01:00:00Z");
        json.putObject("plugin")
                .put("id", "mpc")
                .put("version", "0.1.0")
                .put("sha256", "cd".repeat(32));
        var parties = json.putArray("parties");
        jobParty(parties, "p1", "DATA", bank)
                .put("receivesResult", true)
                .put("sectionHash", "sm3:");
        jobParty(parties, "p2", "DATA", airline).put("receivesResult", false);
        jobParty(parties, "p3", "COMPUTE", compute).put("receivesResult", false);
        return json;
    }

    private static ObjectNode jobParty(ArrayNode parties, String id, String role, Member member) {
        return parties.addObject()
                .put("party", id)
                .put("role", role)
                .put("nodeId", member.nodeId())
                .put("endpoint", "localhost:7101")
                .put("channelFingerprint", member.channelFingerprint());
    }

    ObjectNode jobParty(int index) {
        return (ObjectNode) definition.get("parties").get(index);
    }

    /// With the form that says what the contract says now, unless a test wrote another.
    String contractText() {
        return Json.write(contract.has("form") ? contract : FilledForm.into(contract.deepCopy()));
    }

    /// The airline's request, with the hashes and signatures of everything as it is now.
    JobRequest request() {
        var text = contractText();
        if (!definition.has("contractHash")) {
            definition.put("contractHash", Digest.sm3(text).toString());
        }
        var sectionText = Json.write(section);
        if (!jobParty(1).has("sectionHash")) {
            jobParty(1).put("sectionHash", Section.hash(SALT, sectionText));
        }
        return new JobRequest(
                "j-1",
                1,
                supplemented(text),
                Json.write(definition),
                Optional.of(sectionText),
                SALT);
    }

    SignedContract supplemented(String text) {
        return new SignedContract(text, signed(text).signatures(), supplements);
    }

    /// Adds runs to the contract as it is now, after what was added before.
    ObjectNode supplement(int units, String until) {
        var contractHash = Digest.sm3(contractText()).toString();
        var json =
                Json.object()
                        .put("type", "databourse/supplement/1")
                        .put("supplementId", "s-" + supplements.size())
                        .put("contractId", "c-1")
                        .put("contractHash", contractHash)
                        .put(
                                "follows",
                                supplements.isEmpty()
                                        ? contractHash
                                        : Digest.sm3(supplements.getLast().document()).toString())
                        .put("units", units)
                        .put("validUntil", until);
        json.putObject("rollover").put("mode", "NONE");
        return json;
    }

    /// Both sign it.
    void add(ObjectNode supplement) {
        var all = new ArrayList<>(supplements);
        all.add(signed(Json.write(supplement)));
        supplements = all;
    }

    SignedContract signed(String text) {
        var signatures = new ArrayList<SignedContract.PartySignature>();
        for (var signer : signers) {
            signatures.add(
                    new SignedContract.PartySignature(
                            signer.nodeId(),
                            Sm2Signer.of(signer.signing().keys()).signDocument(text),
                            Pem.of(signer.signing().certificate())));
        }
        return new SignedContract(text, signatures);
    }

    OwnFacts airlineFacts() {
        return facts(
                airline, Optional.of(new OwnFacts.SourceFacts("members", contentHash, released)));
    }

    OwnFacts facts(Member self, Optional<OwnFacts.SourceFacts> source) {
        return new OwnFacts(
                self.nodeId(),
                self.signing().certificate(),
                self.channel().certificate(),
                signingCa.certificate(),
                revoked,
                source,
                tables,
                plugin,
                new RunsBegun(jobsRun, calledOff),
                reviewed,
                now);
    }
}
