package io.databourse.node.bench;

import io.databourse.crypto.CertificateAuthority;
import io.databourse.crypto.CertificateUse;
import io.databourse.crypto.Fingerprint;
import io.databourse.crypto.KeyAlgorithm;
import io.databourse.crypto.KeyStoreFile;
import io.databourse.crypto.Pem;
import io.databourse.crypto.StoredKey;
import io.databourse.crypto.SubjectName;
import io.databourse.crypto.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.List;

/// Keys that live as long as one measurement: an authority and a channel certificate for each
/// party.
public final class LocalKeys {
    /// Protects nothing: the keys are worth nothing.
    static final char[] PASSWORD = "throw-away".toCharArray();

    private final CertificateAuthority authority;
    private final Validity validity = Validity.startingAt(Instant.now(), Period.ofDays(1));

    public LocalKeys() {
        authority =
                CertificateAuthority.create(
                        KeyAlgorithm.P256, SubjectName.of("throw-away channels"), validity);
    }

    public X509Certificate root() {
        return authority.certificate();
    }

    /// A channel key with its certificate.
    public StoredKey issue(String name) {
        var subject = SubjectName.of(name);
        var own = StoredKey.selfSigned(KeyAlgorithm.P256, subject, validity);
        var certificate =
                authority.issue(own.request(subject), subject, CertificateUse.CHANNEL, validity);
        return own.withChain(List.of(certificate, authority.certificate()));
    }

    /// A list that revokes nobody.
    public X509CRL revocations() {
        return authority.revocationList(List.of(), validity);
    }

    /// Writes what a party's process needs, and gives the fingerprint of its certificate.
    String write(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        var key = issue(name);
        KeyStoreFile.write(folder.resolve("channel.p12"), PASSWORD, key);
        Files.writeString(folder.resolve("root.pem"), Pem.of(root()));
        try {
            Files.write(folder.resolve("channel.crl"), revocations().getEncoded());
        } catch (CRLException e) {
            throw new IOException(e);
        }
        return Fingerprint.of(key.certificate());
    }
}
