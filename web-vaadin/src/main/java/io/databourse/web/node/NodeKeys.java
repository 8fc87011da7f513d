package io.databourse.web.node;

import io.databourse.membership.PartyNode;
import io.databourse.web.parts.Facts;

/// The fingerprints of a node's public keys: what the operator compares with what the node's own
/// log says, before the node is let in.
public final class NodeKeys {
    private NodeKeys() {}

    public static Facts of(PartyNode node) {
        return new Facts()
                .mono("node.signingKey", node.signingKeyFingerprint().orElse(""))
                .mono("node.channelKey", node.channelKeyFingerprint().orElse(""));
    }
}
