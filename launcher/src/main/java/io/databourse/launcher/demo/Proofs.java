package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.crypto.CertificateCheck;
import io.databourse.crypto.CertificateStatus;
import io.databourse.crypto.Digest;
import io.databourse.crypto.MerkleHash;
import io.databourse.crypto.MerkleVerifier;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was charged, and the proofs that anybody can check without trusting the exchange.
final class Proofs {

    private final Api api;
    private final World world;
    private final Settings settings;

    Proofs(Api api, World world, Settings settings) {
        this.api = api;
        this.world = world;
        this.settings = settings;
    }

    String statement() {
        String contract = "/contracts/" + world.get("contract");
        JsonNode charges =
                api.as("bank")
                        .await(contract + "/charges", "the charge", seen -> charge(seen) != null);
        JsonNode line = Objects.requireNonNull(charge(charges));
        JsonNode quota = api.as("bank").get(contract + "/quota");
        return "1 run used, %d left; %s recognised: airline %s, commission %s, VAT %s"
                .formatted(
                        quota.path("available").asLong(),
                        Purchase.money(line.path("gross")),
                        Purchase.money(line.path("merchantShare")),
                        Purchase.money(line.path("commissionNet")),
                        Purchase.money(line.path("vat")));
    }

    String ledgers() {
        JsonNode proof = api.as("regulator").get("/ledger/proof");
        List<String> sums = new ArrayList<>();
        for (JsonNode ledger : proof.path("ledgers")) {
            sums.add(
                    "%s: debits %d - credits %d = %d"
                            .formatted(
                                    ledger.path("ledger").asText(),
                                    ledger.path("debits").asLong(),
                                    ledger.path("credits").asLong(),
                                    ledger.path("difference").asLong()));
        }
        if (!proof.path("balanced").asBoolean()) {
            throw new Fault("the ledgers do not balance: " + sums);
        }
        return "all ledgers sum to zero (" + String.join("; ", sums) + ")";
    }

    /// Takes each entry about the job, recomputes its leaf and the root above it, and compares with
    /// the checkpoint that the exchange signed.
    String evidence() {
        List<JsonNode> entries = sequenced();
        JsonNode checkpoint = null;
        for (JsonNode entry : entries) {
            String id = entry.path("id").asText();
            JsonNode proof = api.get("/evidence/entries/" + id + "/proof");
            checkpoint = proof.path("checkpoint");
            checkInclusion(entry, proof);
            checkSignature(checkpoint);
        }
        if (checkpoint == null) {
            throw new Fault("the evidence log has no entry about the job");
        }
        return "%d entries about the job are in the log of %d; checkpoint signature (SM2) verified here"
                .formatted(entries.size(), checkpoint.path("treeSize").asLong());
    }

    /// Entries get their place in the log within a second after their transaction.
    private List<JsonNode> sequenced() {
        String path = "/evidence/entries?subject=" + world.get("job");
        api.as("bank")
                .await(
                        path,
                        "the sequencing of the evidence",
                        page -> {
                            boolean all = !page.path("items").isEmpty();
                            for (JsonNode entry : page.path("items")) {
                                all &= entry.path("index").asLong() >= 0;
                            }
                            return all;
                        });
        return api.as("bank").all(path);
    }

    private static void checkInclusion(JsonNode entry, JsonNode proof) {
        Digest leaf =
                MerkleHash.leaf(entry.path("document").asText().getBytes(StandardCharsets.UTF_8));
        List<Digest> path = new ArrayList<>();
        proof.path("path").forEach(hash -> path.add(Digest.parse(hash.asText())));
        boolean included =
                MerkleVerifier.inclusion(
                        leaf,
                        proof.path("index").asLong(),
                        proof.path("treeSize").asLong(),
                        path,
                        Digest.parse(proof.at("/checkpoint/rootHash").asText()));
        if (!included) {
            throw new Fault("entry " + entry.path("id").asText() + " is not in the log");
        }
    }

    private void checkSignature(JsonNode checkpoint) {
        X509Certificate signer = Pem.certificate(checkpoint.path("signerCertificate").asText());
        String text = checkpoint.path("text").asText();
        boolean signed =
                SignatureVerifier.verifyDocument(
                        signer, text, checkpoint.path("signature").asText());
        if (!signed
                || new CertificateCheck(root()).check(signer, Instant.now())
                        != CertificateStatus.VALID) {
            throw new Fault("the signature of the checkpoint does not verify");
        }
    }

    private X509Certificate root() {
        try {
            return Pem.certificate(
                    Files.readString(settings.home().exchange().resolve("signing-ca.pem")));
        } catch (IOException e) {
            throw new Fault("cannot read the exchange's root certificate", e);
        }
    }

    private @Nullable JsonNode charge(JsonNode charges) {
        for (JsonNode line : charges.path("items")) {
            if (line.path("jobId").asText().equals(world.get("job"))) {
                return line;
            }
        }
        return null;
    }
}
