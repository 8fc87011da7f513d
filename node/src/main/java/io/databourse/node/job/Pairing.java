package io.databourse.node.job;

/// One pair of parties of a job, seen from one of them. The lower id dials.
///
/// @param endpoint `host:port` of the peer
/// @param fingerprint of the peer's channel certificate, as agreed in the contract
public record Pairing(
        String jobId, int attempt, String self, String peer, String endpoint, String fingerprint) {

    boolean dials() {
        return self.compareTo(peer) < 0;
    }

    /// The same at both ends.
    String key() {
        var lower = dials() ? self : peer;
        var higher = dials() ? peer : self;
        return String.join("\n", jobId, Integer.toString(attempt), lower, higher);
    }
}
