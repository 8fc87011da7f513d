package io.databourse.dispatch;

import io.databourse.crypto.CryptoException;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// Whether a text was signed with a node's own key, by the certificate that the exchange issued.
@ApplicationScoped
class NodeSignatures {
    private final MembershipService membership;

    @Inject
    NodeSignatures(MembershipService membership) {
        this.membership = membership;
    }

    boolean verify(NodeId node, String text, String signature) {
        try {
            return membership
                    .signingCertificate(node)
                    .map(Pem::certificate)
                    .filter(
                            certificate ->
                                    SignatureVerifier.verifyDocument(certificate, text, signature))
                    .isPresent();
        } catch (CryptoException _) {
            return false;
        }
    }
}
