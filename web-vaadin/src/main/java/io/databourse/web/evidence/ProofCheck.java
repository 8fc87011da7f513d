package io.databourse.web.evidence;

import io.databourse.crypto.Digest;
import io.databourse.crypto.MerkleHash;
import io.databourse.crypto.MerkleVerifier;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.evidence.Checkpoint;
import io.databourse.evidence.EvidenceEntry;
import io.databourse.evidence.InclusionProof;
import java.nio.charset.StandardCharsets;

/// Recomputes what a proof claims, from the entry's own text up to the signed root (RFC 9162
/// §2.1.3.2).
///
/// @param leaf whether the entry's text gives the leaf's hash
/// @param path whether the leaf and the path give the checkpoint's root
/// @param signature whether the checkpoint is signed by the exchange
record ProofCheck(boolean leaf, boolean path, boolean signature) {
    static ProofCheck of(EvidenceEntry entry, InclusionProof proof) {
        Digest leaf = MerkleHash.leaf(entry.document().getBytes(StandardCharsets.UTF_8));
        boolean inTree =
                MerkleVerifier.inclusion(
                        leaf,
                        proof.index(),
                        proof.treeSize(),
                        proof.path().stream().map(Digest::parse).toList(),
                        Digest.parse(proof.checkpoint().rootHash()));
        return new ProofCheck(
                leaf.equals(Digest.parse(proof.leafHash())), inTree, isSigned(proof.checkpoint()));
    }

    static boolean isSigned(Checkpoint checkpoint) {
        return SignatureVerifier.verifyDocument(
                Pem.certificate(checkpoint.signerCertificate()),
                checkpoint.text(),
                checkpoint.signature());
    }

    boolean holds() {
        return leaf && path && signature;
    }
}
