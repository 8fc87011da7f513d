package io.databourse.contract;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.crypto.CryptoException;
import io.databourse.crypto.Fingerprint;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.membership.Answer;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeState;
import io.databourse.membership.PartyNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;

/// Decides whether a node's answer is a signature under this text.
@ApplicationScoped
class SignatureCheck {
    private final MembershipService membership;

    @Inject
    SignatureCheck(MembershipService membership) {
        this.membership = membership;
    }

    sealed interface Verdict {
        record Valid(String signature, String certificate, String fingerprint) implements Verdict {}

        record Refused(String reason) implements Verdict {}
    }

    void requireActive(NodeId id) {
        PartyNode node = membership.find(Caller.system(), id);
        if (node.state() != NodeState.ACTIVE) {
            throw Refusal.of(
                    ErrorCode.NODE_NOT_ACTIVE, "The node %s is %s.", node.name(), node.state());
        }
    }

    Verdict check(String document, PartySignature asked, Answer answer) {
        if (answer.status() != Answer.Status.DONE) {
            return new Verdict.Refused(
                    answer.code().orElse(answer.status().name())
                            + answer.detail().map(detail -> ": " + detail).orElse(""));
        }
        String signature = text(answer, "signature");
        String certificate = text(answer, "signingCertificate");
        return problem(document, asked, signature, certificate);
    }

    private Verdict problem(String document, PartySignature asked, String signature, String pem) {
        X509Certificate certificate;
        try {
            certificate = Pem.certificate(pem);
        } catch (CryptoException e) {
            return new Verdict.Refused("SIGNATURE_REFUSED: " + e.getMessage());
        }
        PartyNode node = membership.find(Caller.system(), asked.nodeId());
        String fingerprint = Fingerprint.of(certificate);
        if (node.state() != NodeState.ACTIVE
                || !node.signingFingerprint().filter(fingerprint::equals).isPresent()) {
            return new Verdict.Refused(
                    "SIGNATURE_REFUSED: the certificate is not the node's, or was revoked.");
        }
        if (!SignatureVerifier.verifyDocument(certificate, document, signature)) {
            return new Verdict.Refused("SIGNATURE_REFUSED: the signature does not verify.");
        }
        return new Verdict.Valid(signature, pem, fingerprint);
    }

    private static String text(Answer answer, String name) {
        return String.valueOf(answer.result().getOrDefault(name, ""));
    }
}
