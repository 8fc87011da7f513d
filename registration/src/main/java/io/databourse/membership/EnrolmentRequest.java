package io.databourse.membership;

/// A node's application, with the join token of its invitation.
///
/// @param channelEndpoint `host:port` at which other nodes reach it
/// @param signingCsr PKCS#10, PEM, of an SM2 key made at the node
/// @param channelCsr PKCS#10, PEM, of a P-256 key made at the node
public record EnrolmentRequest(
        String joinToken,
        String name,
        String channelEndpoint,
        String signingCsr,
        String channelCsr,
        String version) {
    @Override
    public String toString() {
        return "EnrolmentRequest[" + name + "]";
    }
}
