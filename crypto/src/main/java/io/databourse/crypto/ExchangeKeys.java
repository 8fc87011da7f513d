package io.databourse.crypto;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

/// The exchange's own keys, in one folder that only its owner may read.
///
/// | file | holds |
/// |---|---|
/// | `secret` | the password of all stores, random |
/// | `signing-ca.p12`, `signing-ca.pem` | the SM2 root of signing certificates |
/// | `channel-ca.p12`, `channel-ca.pem` | the P-256 root of channel certificates |
/// | `signer.p12` | the SM2 key that signs registration certificates, receipts, checkpoints |
/// | `tls.p12` | the P-256 server key of the HTTPS port |
/// | `channel-trust.p12` | the channel root, as a trust store |
public final class ExchangeKeys {
    private final Path directory;
    private final String password;
    private final CertificateAuthority signingCa;
    private final CertificateAuthority channelCa;
    private final StoredKey signerKey;
    private final Signer signer;

    private ExchangeKeys(Path directory, String password) throws IOException {
        this.directory = directory;
        this.password = password;
        this.signingCa = CertificateAuthority.of(read("signing-ca.p12", KeyAlgorithm.SM2));
        this.channelCa = CertificateAuthority.of(read("channel-ca.p12", KeyAlgorithm.P256));
        this.signerKey = read("signer.p12", KeyAlgorithm.SM2);
        this.signer = Sm2Signer.of(signerKey.keys());
    }

    /// Makes what is missing and keeps what is there, so a start that was cut off is continued. The
    /// server certificate is issued anew when it lacks one of the host names or nears its end.
    public static ExchangeKeys createOrLoad(Path directory, List<String> tlsHostNames)
            throws IOException {
        return createOrLoad(directory, tlsHostNames, Clock.systemUTC());
    }

    static ExchangeKeys createOrLoad(Path directory, List<String> tlsHostNames, Clock clock)
            throws IOException {
        PrivateFile.createDirectories(directory);
        try (FileChannel lock =
                FileChannel.open(
                        directory.resolve(".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            // Two programs may start at once; the lock goes with the channel.
            lock.lock();
            new ExchangeKeyMaker(directory, clock.instant()).makeMissing(tlsHostNames);
        }
        return load(directory);
    }

    /// Throws [NoSuchFileException] when the folder was never made.
    public static ExchangeKeys load(Path directory) throws IOException {
        Path secret = directory.resolve("secret");
        return new ExchangeKeys(
                directory, Files.readString(secret, StandardCharsets.US_ASCII).strip());
    }

    /// Signs in the name of the exchange.
    public Signer signer() {
        return signer;
    }

    public X509Certificate signerCertificate() {
        return signerKey.certificate();
    }

    /// Issues the SM2 signing certificates of nodes.
    public CertificateAuthority signingCa() {
        return signingCa;
    }

    /// Issues the P-256 channel certificates of nodes.
    public CertificateAuthority channelCa() {
        return channelCa;
    }

    public Path tlsKeyStore() {
        return directory.resolve("tls.p12");
    }

    public Path channelTrustStore() {
        return directory.resolve("channel-trust.p12");
    }

    /// The root that nodes pin before they are enrolled.
    public Path channelCaPem() {
        return directory.resolve("channel-ca.pem");
    }

    /// The password of the two stores, for who configures a server with them.
    public char[] storePassword() {
        return password.toCharArray();
    }

    @Override
    public String toString() {
        return "ExchangeKeys[" + directory + "]";
    }

    private StoredKey read(String name, KeyAlgorithm algorithm) throws IOException {
        return KeyStoreFile.read(directory.resolve(name), password.toCharArray(), algorithm);
    }
}
