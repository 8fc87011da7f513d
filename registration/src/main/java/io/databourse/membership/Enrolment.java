package io.databourse.membership;

import java.util.Optional;

/// Where an enrolment stands; the certificates are there once it is approved. All PEM.
public record Enrolment(
        NodeId enrolmentId,
        NodeId nodeId,
        State state,
        String organisation,
        String signingKeyFingerprint,
        String channelKeyFingerprint,
        Optional<String> signingCertificate,
        Optional<String> channelCertificate,
        Optional<String> signingCa,
        Optional<String> channelCa,
        Optional<String> exchangeSignerCertificate) {

    public enum State {
        PENDING,
        APPROVED,
        REJECTED
    }
}
