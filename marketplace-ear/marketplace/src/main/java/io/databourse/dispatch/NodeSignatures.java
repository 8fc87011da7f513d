package io.databourse.dispatch;

import io.databourse.call.Caller;
import io.databourse.crypto.CryptoException;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeState;
import io.databourse.membership.PartyNode;
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

    boolean verify(NodeId id, String text, String signature) {
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
