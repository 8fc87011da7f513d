package io.databourse.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.Caller;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.contract.ContractId;
import io.databourse.crypto.Digest;
import io.databourse.crypto.MerkleHash;
import io.databourse.crypto.MerkleVerifier;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.harness.Exchange;
import io.databourse.harness.TestDatabase;
import io.databourse.quota.QuotaService;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// On PostgreSQL, with events of a real stage.
class EvidenceLogTest {
    private final EvidenceService evidence = Exchange.get().bean(EvidenceService.class);
    private final QuotaService quotas = Exchange.get().bean(QuotaService.class);

    @Test
    void every_entry_is_proven_to_be_in_the_tree_of_a_signed_checkpoint() {
        for (int i = 0; i < 40; i++) {
            grant();
        }
        Placing.all();

        for (EvidenceEntry entry : newest(40)) {
            InclusionProof proof = evidence.inclusionProof(entry.id());
            assertThat(isIncluded(entry.document(), proof)).isTrue();
            assertThat(isSigned(proof.checkpoint())).isTrue();
            assertThat(entry.documentSm3()).isEqualTo(Digest.sm3(entry.document()).toString());
        }
    }

    @Test
    void an_entry_without_a_place_has_no_proof_yet() {
        String contract = grant();
        EvidenceEntry entry = story(contract).getFirst();

        assertThat(entry.index()).isEqualTo(-1);
        assertThatThrownBy(() -> evidence.inclusionProof(entry.id())).isInstanceOf(Refusal.class);
    }

    @Test
    void an_older_tree_is_the_beginning_of_a_newer_one() {
        grant();
        Placing.all();
        long from = evidence.checkpoint().treeSize();
        grant();
        grant();
        Placing.all();
        long to = evidence.checkpoint().treeSize();

        ConsistencyProof proof = evidence.consistencyProof(from, to);

        assertThat(
                        MerkleVerifier.consistency(
                                from,
                                to,
                                Digest.parse(proof.fromRoot()),
                                Digest.parse(proof.toRoot()),
                                proof.path().stream().map(Digest::parse).toList()))
                .isTrue();
    }

    @Test
    @Tag("M01")
    void a_changed_row_is_refused_by_the_schema_and_found_by_the_proof() throws SQLException {
        String contract = grant();
        Placing.all();
        EvidenceEntry entry = story(contract).getFirst();
        assertThat(isIncluded(entry.document(), evidence.inclusionProof(entry.id()))).isTrue();

        assertThatThrownBy(() -> alter(entry, false)).isInstanceOf(SQLException.class);
        alter(entry, true);
        try {
            EvidenceEntry altered = evidence.find(Caller.system(), entry.id());
            assertThat(altered.document()).isNotEqualTo(entry.document());
            assertThat(isIncluded(altered.document(), evidence.inclusionProof(entry.id())))
                    .isFalse();
        } finally {
            restore(entry);
        }
    }

    private String grant() {
        ContractId contract = new ContractId("con_" + UUID.randomUUID());
        quotas.grant(contract, 1);
        return contract.value();
    }

    private List<EvidenceEntry> newest(int many) {
        return evidence.entries(Caller.system(), Optional.empty(), PageRequest.first(many)).items();
    }

    private List<EvidenceEntry> story(String id) {
        return evidence.story(Caller.system(), id);
    }

    private static boolean isIncluded(String document, InclusionProof proof) {
        return MerkleVerifier.inclusion(
                MerkleHash.leaf(document.getBytes(StandardCharsets.UTF_8)),
                proof.index(),
                proof.treeSize(),
                proof.path().stream().map(Digest::parse).toList(),
                Digest.parse(proof.checkpoint().rootHash()));
    }

    private static boolean isSigned(Checkpoint checkpoint) {
        return SignatureVerifier.verifyDocument(
                Pem.certificate(checkpoint.signerCertificate()),
                checkpoint.text(),
                checkpoint.signature());
    }

    /// @param asMaster with the triggers switched off, as only a superuser can
    private static void alter(EvidenceEntry entry, boolean asMaster) throws SQLException {
        execute(asMaster, "document = replace(document, 'Granted', 'Hidden!')", entry);
    }

    private static void restore(EvidenceEntry entry) throws SQLException {
        execute(true, "document = replace(document, 'Hidden!', 'Granted')", entry);
    }

    private static void execute(boolean asMaster, String change, EvidenceEntry entry)
            throws SQLException {
        try (Connection connection = TestDatabase.get().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (asMaster) {
                statement.execute("set session_replication_role = replica");
            }
            statement.execute(
                    "update evidence_entry set " + change + " where id = '" + entry.id() + "'");
            statement.execute("reset session_replication_role");
        }
    }
}
