package io.databourse.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the files of [ExchangeKeys] one after the other, each from those before it.
final class ExchangeKeyMaker {
    private static final String ORGANISATION = "Databourse";
    private static final Period ROOT_PERIOD = Period.ofYears(20);
    private static final Period SIGNER_PERIOD = Period.ofYears(5);
    private static final Period TLS_PERIOD = Period.ofYears(1);
    private static final Period TLS_RENEWAL = Period.ofDays(30);

    private final Path directory;
    private final Instant now;

    ExchangeKeyMaker(Path directory, Instant now) {
        this.directory = directory;
        this.now = now;
    }

    void makeMissing(List<String> hosts) throws IOException {
        char[] password = password();
        CertificateAuthority signing = root("signing-ca", KeyAlgorithm.SM2, password);
        CertificateAuthority channel = root("channel-ca", KeyAlgorithm.P256, password);
        makeSigner(signing, password);
        makeTls(channel, password, hosts);
        Path trust = directory.resolve("channel-trust.p12");
        if (Files.notExists(trust)) {
            KeyStoreFile.writeTrust(trust, password, List.of(channel.certificate()));
        }
    }

    private char[] password() throws IOException {
        Path file = directory.resolve("secret");
        if (Files.notExists(file)) {
            try (SecretBytes random = SecretBytes.random(32)) {
                PrivateFile.write(
                        file, random.reveal(Base64.getUrlEncoder().withoutPadding()::encode));
            }
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip().toCharArray();
    }

    private CertificateAuthority root(String name, KeyAlgorithm algorithm, char[] password)
            throws IOException {
        Path file = directory.resolve(name + ".p12");
        if (Files.notExists(file)) {
            CertificateAuthority made =
                    CertificateAuthority.create(
                            algorithm, subject(name), Validity.startingAt(now, ROOT_PERIOD));
            KeyStoreFile.write(file, password, made.stored());
        }
        CertificateAuthority root =
                CertificateAuthority.of(KeyStoreFile.read(file, password, algorithm));
        Path pem = directory.resolve(name + ".pem");
        if (Files.notExists(pem)) {
            PrivateFile.write(pem, Pem.of(root.certificate()).getBytes(StandardCharsets.US_ASCII));
        }
        return root;
    }

    private void makeSigner(CertificateAuthority signing, char[] password) throws IOException {
        Path file = directory.resolve("signer.p12");
        if (Files.exists(file)) {
            return;
        }
        Validity validity = Validity.startingAt(now, SIGNER_PERIOD);
        StoredKey own = StoredKey.selfSigned(KeyAlgorithm.SM2, subject("exchange"), validity);
        X509Certificate issued =
                signing.issue(
                        own.request(subject("exchange")),
                        subject("exchange"),
                        CertificateUse.SIGNING,
                        validity);
        KeyStoreFile.write(file, password, own.withChain(List.of(issued, signing.certificate())));
    }

    private void makeTls(CertificateAuthority channel, char[] password, List<String> hosts)
            throws IOException {
        Path file = directory.resolve("tls.p12");
        Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1"));
        names.addAll(hosts);
        if (Files.exists(file)
                && serves(KeyStoreFile.read(file, password, KeyAlgorithm.P256), names)) {
            return;
        }
        Validity validity = Validity.startingAt(now, TLS_PERIOD);
        SubjectName subject = subject(List.copyOf(names).getLast());
        StoredKey own = StoredKey.selfSigned(KeyAlgorithm.P256, subject, validity);
        X509Certificate issued =
                channel.issue(
                        own.request(subject),
                        subject,
                        CertificateUse.CHANNEL,
                        validity,
                        List.copyOf(names));
        KeyStoreFile.write(file, password, own.withChain(List.of(issued, channel.certificate())));
    }

    private boolean serves(StoredKey tls, Set<String> names) {
        Validity needed = Validity.startingAt(now, TLS_RENEWAL);
        return tls.certificate().getNotAfter().toInstant().isAfter(needed.notAfter())
                && hostsOf(tls.certificate()).containsAll(names);
    }

    private static Set<String> hostsOf(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Set.of()
                    : names.stream()
                            .map(name -> String.valueOf(name.get(1)))
                            .collect(Collectors.toSet());
        } catch (CertificateParsingException e) {
            throw new CryptoException("the server certificate cannot be read", e);
        }
    }

    private static SubjectName subject(String name) {
        return new SubjectName(name, Optional.of(ORGANISATION), Optional.empty());
    }
}
