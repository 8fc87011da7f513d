package io.databourse.node.keys;

import io.databourse.crypto.CertificateCheck;
import io.databourse.crypto.CertificateRequest;
import io.databourse.crypto.CertificateStatus;
import io.databourse.crypto.KeyAlgorithm;
import io.databourse.crypto.KeyStoreFile;
import io.databourse.crypto.PrivateFile;
import io.databourse.crypto.Signer;
import io.databourse.crypto.Sm2Signer;
import io.databourse.crypto.StoredKey;
import io.databourse.crypto.SubjectName;
import io.databourse.crypto.Validity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.Base64;
import java.util.List;

/// The two key pairs of a node, made here and never leaving: SM2 signs documents, P-256 opens
/// channels. Until the exchange has issued certificates, the keys carry one of their own.
///
/// | file in the folder | holds |
/// |---|---|
/// | `secret` | the password of the two stores, random |
/// | `signing.p12` | the SM2 key with its certificate |
/// | `channel.p12` | the P-256 key with its certificate |
public final class NodeKeys {
    private static final String SECRET = "secret";
    private static final int SECRET_BYTES = 24;
    private static final Period UNTIL_CERTIFIED = Period.ofYears(10);

    private final Path folder;
    private final String name;
    private final char[] password;
    private volatile StoredKey signing;
    private volatile StoredKey channel;

    private NodeKeys(Path folder, String name, char[] password) throws IOException {
        this.folder = folder;
        this.name = name;
        this.password = password;
        this.signing = loadOrMake("signing.p12", KeyAlgorithm.SM2);
        this.channel = loadOrMake("channel.p12", KeyAlgorithm.P256);
    }

    /// Makes what is missing and keeps what is there, so that a first start which was cut off is
    /// continued.
    public static NodeKeys createOrLoad(Path folder, String name) throws IOException {
        PrivateFile.createDirectories(folder);
        var secret = folder.resolve(SECRET);
        if (!Files.exists(secret)) {
            var bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            PrivateFile.write(secret, Base64.getUrlEncoder().encode(bytes));
        }
        var password = Files.readString(secret, StandardCharsets.US_ASCII).strip();
        return new NodeKeys(folder, name, password.toCharArray());
    }

    private StoredKey loadOrMake(String file, KeyAlgorithm algorithm) throws IOException {
        var path = folder.resolve(file);
        if (Files.exists(path)) {
            return KeyStoreFile.read(path, password, algorithm);
        }
        var validity = Validity.startingAt(Instant.now(), UNTIL_CERTIFIED);
        var made = StoredKey.selfSigned(algorithm, SubjectName.of(name), validity);
        KeyStoreFile.write(path, password, made);
        return made;
    }

    /// Whether the exchange has issued both certificates.
    public boolean certified() {
        return signing.chain().size() > 1 && channel.chain().size() > 1;
    }

    public CertificateRequest signingRequest() {
        return signing.request(SubjectName.of(name));
    }

    public CertificateRequest channelRequest() {
        return channel.request(SubjectName.of(name));
    }

    public Signer signer() {
        return Sm2Signer.of(signing.keys());
    }

    public X509Certificate signingCertificate() {
        return signing.certificate();
    }

    public X509Certificate channelCertificate() {
        return channel.certificate();
    }

    public StoredKey channelKey() {
        return channel;
    }

    /// The root of the signing certificates, once certified.
    public X509Certificate signingAuthority() {
        return signing.chain().getLast();
    }

    /// Keeps the certificates that the exchange issued.
    ///
    /// @throws io.databourse.crypto.CryptoException if one is for another key
    /// @throws IllegalArgumentException if one does not come from its authority
    public void certify(Issued issued) throws IOException {
        require(issued.signing(), issued.signingAuthority(), "signing");
        require(issued.channel(), issued.channelAuthority(), "channel");
        var nextSigning = signing.withChain(List.of(issued.signing(), issued.signingAuthority()));
        var nextChannel = channel.withChain(List.of(issued.channel(), issued.channelAuthority()));
        KeyStoreFile.write(folder.resolve("signing.p12"), password, nextSigning);
        KeyStoreFile.write(folder.resolve("channel.p12"), password, nextChannel);
        signing = nextSigning;
        channel = nextChannel;
    }

    /// What an enrolment ends with.
    public record Issued(
            X509Certificate signing,
            X509Certificate channel,
            X509Certificate signingAuthority,
            X509Certificate channelAuthority) {}

    private static void require(X509Certificate certificate, X509Certificate root, String what) {
        var status = new CertificateCheck(root).check(certificate, Instant.now());
        if (status != CertificateStatus.VALID) {
            throw new IllegalArgumentException("the " + what + " certificate is " + status);
        }
    }

    @Override
    public String toString() {
        return "NodeKeys[" + folder + "]";
    }
}
