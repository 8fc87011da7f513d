package io.databourse.membership;

import io.databourse.crypto.CertificateRequest;
import io.databourse.crypto.KeyAlgorithm;
import io.databourse.crypto.SubjectName;
import java.security.KeyPair;

/// A node with keys of its own that asks to be let in.
record Applicant(KeyPair signing, KeyPair channel) {
    static Applicant withNewKeys() {
        return new Applicant(KeyAlgorithm.SM2.generate(), KeyAlgorithm.P256.generate());
    }

    static Applicant withCrossedKeys() {
        return new Applicant(KeyAlgorithm.P256.generate(), KeyAlgorithm.SM2.generate());
    }

    EnrolmentRequest request(String joinToken) {
        return new EnrolmentRequest(
                joinToken, "airline-node", "localhost:7102", csr(signing), csr(channel), "0.1.0");
    }

    static String csr(KeyPair keys) {
        return CertificateRequest.create(keys, SubjectName.of("airline-node")).toPem();
    }
}
