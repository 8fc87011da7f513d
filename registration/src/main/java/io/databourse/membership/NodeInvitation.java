package io.databourse.membership;

/// Lets one node in. The token is shown once and kept only as a hash.
public record NodeInvitation(NodeId nodeId, String joinToken) {
    @Override
    public String toString() {
        return "NodeInvitation[" + nodeId + "]";
    }
}
