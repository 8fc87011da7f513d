package io.databourse.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "evidence_checkpoint")
class CheckpointRow {
    @Id
    @Column(name = "tree_size")
    long treeSize;

    String origin = "";

    @Column(name = "root_hash")
    String rootHash = "";

    Instant at = Instant.EPOCH;
    String text = "";
    String signature = "";

    @Column(name = "signer_certificate")
    String signerCertificate = "";

    CheckpointRow() {}

    CheckpointRow(Checkpoint checkpoint) {
        treeSize = checkpoint.treeSize();
        origin = checkpoint.origin();
        rootHash = checkpoint.rootHash();
        at = checkpoint.at();
        text = checkpoint.text();
        signature = checkpoint.signature();
        signerCertificate = checkpoint.signerCertificate();
    }

    Checkpoint toCheckpoint() {
        return new Checkpoint(origin, treeSize, rootHash, at, text, signature, signerCertificate);
    }
}
