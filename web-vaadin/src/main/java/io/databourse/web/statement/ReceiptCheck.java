package io.databourse.web.statement;

import com.vaadin.flow.internal.JacksonUtils;
import io.databourse.crypto.Digest;
import io.databourse.crypto.MerkleHash;
import io.databourse.crypto.MerkleVerifier;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.metering.SignedReceipt;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;

/// Recomputes what a receipt claims, from its text up to the exchange's signature.
///
/// @param inTree whether the text and the path give the batch's root
/// @param namesRoot whether the statement that is signed names that root
/// @param signed whether the exchange has signed the statement
record ReceiptCheck(boolean inTree, boolean namesRoot, boolean signed) {
    static ReceiptCheck of(SignedReceipt receipt, X509Certificate signer) {
        var batch = receipt.batch();
        Digest leaf = leaf(receipt.document());
        return new ReceiptCheck(
                MerkleVerifier.inclusion(
                        leaf,
                        receipt.position(),
                        batch.calls(),
                        receipt.path().stream().map(Digest::parse).toList(),
                        Digest.parse(batch.root())),
                JacksonUtils.readTree(batch.statement())
                        .path("root")
                        .asString()
                        .equals(batch.root()),
                SignatureVerifier.verifyDocument(signer, batch.statement(), batch.signature()));
    }

    boolean holds() {
        return inTree && namesRoot && signed;
    }

    private static Digest leaf(String document) {
        return MerkleHash.leaf(document.getBytes(StandardCharsets.UTF_8));
    }
}
