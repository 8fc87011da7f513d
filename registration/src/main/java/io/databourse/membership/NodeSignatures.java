package io.databourse.membership;

import io.databourse.call.Caller;
import io.databourse.crypto.CryptoException;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// Whether a text was signed with a node's own key, by the certificate that the exchange issued.
@ApplicationScoped
public class NodeSignatures {
    private final MembershipService membership;

    @Inject
    NodeSignatures(MembershipService membership) {
        this.membership = membership;
    }

    public boolean verify(NodeId id, String text, String signature) {
        PartyNode node = membership.find(Caller.system(), id);
        try {
            return node.state() == NodeState.ACTIVE
                    && node.signingCertificate()
                            .map(Pem::certificate)
                            .filter(own -> SignatureVerifier.verifyDocument(own, text, signature))
                            .isPresent();
        } catch (CryptoException _) {
            return false;
        }
    }
}
