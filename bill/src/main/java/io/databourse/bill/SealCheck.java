package io.databourse.bill;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.crypto.CertificateCheck;
import io.databourse.crypto.CertificateStatus;
import io.databourse.crypto.Digest;
import io.databourse.crypto.Fingerprint;
import io.databourse.crypto.MerkleCover;
import io.databourse.crypto.MerkleHash;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Whether the exchange has signed what is in the file.
final class SealCheck {
    private final Findings findings;
    private final X509Certificate signer;

    SealCheck(Findings findings, Bill bill) {
        this.findings = findings;
        this.signer = Pem.certificate(bill.signerCertificate());
        if (!Pem.of(signer).equals(bill.signerCertificate())) {
            throw new IllegalArgumentException("the signer's certificate is not plain PEM");
        }
        // The provider answers so for a key that it cannot read.
        if (signer.getPublicKey() == null) {
            throw new IllegalArgumentException("the signer's certificate has no readable key");
        }
    }

    /// @param trusted the signer's certificate or that of its root, from elsewhere than the file
    void signer(Optional<X509Certificate> trusted, Instant at) {
        String name = signer.getSubjectX500Principal() + ", " + Fingerprint.of(signer);
        if (trusted.isEmpty()) {
            findings.good("signer (from the file itself; compare it): %s", name);
        } else if (signer.equals(trusted.get())) {
            findings.good("signer is the one you trust: %s", name);
        } else if (new CertificateCheck(trusted.get()).check(signer, at)
                == CertificateStatus.VALID) {
            findings.good("signer's certificate is issued by the root you trust: %s", name);
        } else {
            findings.bad("the signer is not the one you trust: %s", name);
        }
    }

    void summary(Bill bill) {
        if (isSigned(bill.summary(), bill.signature())) {
            findings.good("summary: SM2 signature verified");
        } else {
            findings.bad("summary: the signature is not the exchange's");
        }
    }

    void batches(List<BillBatch> batches) {
        int before = findings.bad();
        long calls = 0;
        for (BillBatch batch : batches) {
            JsonNode statement = BillReader.tree(batch.statement());
            String name = "batch " + statement.path("batch").asText();
            if (!isSigned(batch.statement(), batch.signature())) {
                findings.bad("%s: the signature is not the exchange's", name);
            }
            String root = statement.path("root").asText();
            if (!root(batch, statement.path("calls").asLong()).equals(Optional.of(root))) {
                findings.bad("%s: the receipts do not lead to the signed root", name);
            }
            calls += batch.calls().size();
        }
        if (findings.bad() == before) {
            findings.good(
                    "%d batches: SM2 signatures and Merkle roots of %d receipts verified",
                    batches.size(), calls);
        }
    }

    private static Optional<String> root(BillBatch batch, long size) {
        NavigableMap<Long, Digest> leaves = new TreeMap<>();
        for (BillBatch.BillCall call : batch.calls()) {
            byte[] document = call.document().getBytes(StandardCharsets.UTF_8);
            if (leaves.put(call.position(), MerkleHash.leaf(document)) != null) {
                return Optional.empty();
            }
        }
        return MerkleCover.root(leaves, size, batch.cover().stream().map(SealCheck::hash).toList())
                .map(Digest::toString);
    }

    private static Digest hash(String text) {
        Digest hash = Digest.parse(text);
        if (!hash.toString().equals(text)) {
            throw new IllegalArgumentException("a hash is in lower-case hex: " + text);
        }
        return hash;
    }

    /// Base64 of one signature could be written in several ways; only one is the file's.
    private boolean isSigned(String document, String signature) {
        byte[] bytes = Base64.getDecoder().decode(signature);
        return Base64.getEncoder().encodeToString(bytes).equals(signature)
                && SignatureVerifier.verifyDocument(signer, document, signature);
    }
}
