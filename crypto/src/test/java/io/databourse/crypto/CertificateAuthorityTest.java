package io.databourse.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Validity YEAR = Validity.startingAt(NOW, Period.ofYears(1));
    private static final Validity TEN_YEARS = Validity.startingAt(NOW, Period.ofYears(10));
    private static final SubjectName NODE = SubjectName.of("airline", "东方航空", "91350100M000100Y43");

    @ParameterizedTest
    @EnumSource
    void a_certificate_names_node_organisation_and_credit_code(KeyAlgorithm algorithm) {
        CertificateAuthority root = root(algorithm);
        StoredKey key = key(algorithm);
        X509Certificate issued = issue(root, key);

        assertThat(SubjectName.of(issued)).isEqualTo(NODE);
        assertThat(issued.getPublicKey()).isEqualTo(key.keys().getPublic());
        assertThat(key.withChain(List.of(issued, root.certificate())).certificate())
                .isEqualTo(issued);
        assertThat(Pem.certificate(Pem.of(issued))).isEqualTo(issued);
        assertThat(issued.getSigAlgOID())
                .isEqualTo(
                        algorithm == KeyAlgorithm.SM2
                                ? "1.2.156.10197.1.501"
                                : "1.2.840.10045.4.3.2");
    }

    /// Whatever a parser throws at a damaged one, callers see one kind of error.
    @ParameterizedTest
    @EnumSource
    void a_certificate_that_cannot_be_read_is_refused(KeyAlgorithm algorithm)
            throws CertificateEncodingException {
        byte[] der = issue(root(algorithm), key(algorithm)).getEncoded();
        int refused = 0;
        for (int bit = 0; bit < 8 * der.length; bit++) {
            byte[] damaged = der.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                Pem.certificate(damaged);
            } catch (CryptoException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(der.length);
    }

    @ParameterizedTest
    @EnumSource
    void a_signing_key_opens_no_channel(KeyAlgorithm algorithm) throws CertificateParsingException {
        CertificateAuthority root = root(algorithm);
        CertificateRequest request = key(algorithm).request(NODE);

        X509Certificate signing = root.issue(request, NODE, CertificateUse.SIGNING, YEAR);
        X509Certificate channel = root.issue(request, NODE, CertificateUse.CHANNEL, YEAR);

        assertThat(signing.getKeyUsage()).startsWith(true, true, false);
        assertThat(signing.getExtendedKeyUsage()).isNull();
        assertThat(channel.getExtendedKeyUsage()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void time_decides(KeyAlgorithm algorithm) {
        CertificateAuthority root = root(algorithm);
        X509Certificate issued = issue(root, key(algorithm));
        CertificateCheck check = new CertificateCheck(root.certificate());

        assertThat(check.check(issued, NOW)).isEqualTo(CertificateStatus.VALID);
        assertThat(check.check(issued, YEAR.notAfter())).isEqualTo(CertificateStatus.VALID);
        assertThat(check.check(issued, YEAR.notAfter().plusSeconds(1)))
                .isEqualTo(CertificateStatus.EXPIRED);
        assertThat(check.check(issued, YEAR.notBefore().minusSeconds(1)))
                .isEqualTo(CertificateStatus.NOT_YET_VALID);
    }

    @ParameterizedTest
    @EnumSource
    void another_root_of_the_same_name_is_foreign(KeyAlgorithm algorithm) {
        CertificateCheck check = new CertificateCheck(root(algorithm).certificate());
        CertificateAuthority impostor = root(algorithm);

        assertThat(check.check(issue(impostor, key(algorithm)), NOW))
                .isEqualTo(CertificateStatus.FOREIGN);
        assertThat(check.check(impostor.certificate(), NOW)).isEqualTo(CertificateStatus.FOREIGN);
        assertThat(check.check(key(algorithm).certificate(), NOW))
                .isEqualTo(CertificateStatus.FOREIGN);
    }

    @ParameterizedTest
    @EnumSource
    void a_revoked_certificate_is_refused_and_its_neighbour_is_not(KeyAlgorithm algorithm)
            throws CRLException {
        CertificateAuthority root = root(algorithm);
        X509Certificate revoked = issue(root, key(algorithm));
        X509Certificate kept = issue(root, key(algorithm));
        X509CRL list =
                root.revocationList(List.of(new Revocation(revoked.getSerialNumber(), NOW)), YEAR);
        X509CRL read = RevocationList.parse(list.getEncoded());
        CertificateCheck check = new CertificateCheck(root.certificate());

        assertThat(check.check(revoked, read, NOW)).isEqualTo(CertificateStatus.REVOKED);
        assertThat(check.check(kept, read, NOW)).isEqualTo(CertificateStatus.VALID);
    }

    @ParameterizedTest
    @EnumSource
    void an_old_or_forged_revocation_list_says_nothing(KeyAlgorithm algorithm) {
        CertificateAuthority root = root(algorithm);
        X509Certificate issued = issue(root, key(algorithm));
        CertificateCheck check = new CertificateCheck(root.certificate());
        Validity day = Validity.startingAt(NOW, Period.ofDays(1));

        X509CRL old = root.revocationList(List.of(), day);
        X509CRL forged = root(algorithm).revocationList(List.of(), day);

        assertThat(check.check(issued, old, NOW)).isEqualTo(CertificateStatus.VALID);
        assertThat(check.check(issued, old, NOW.plusSeconds(86_401)))
                .isEqualTo(CertificateStatus.REVOCATION_UNKNOWN);
        assertThat(check.check(issued, forged, NOW))
                .isEqualTo(CertificateStatus.REVOCATION_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void a_request_travels_as_pem_and_must_be_signed_by_its_key(KeyAlgorithm algorithm) {
        StoredKey key = key(algorithm);
        String pem = key.request(NODE).toPem();
        CertificateRequest read = CertificateRequest.parse(pem);

        assertThat(read.algorithm()).isEqualTo(algorithm);
        assertThat(read.subject()).isEqualTo(NODE);
        assertThat(read.keyFingerprint()).isEqualTo(Fingerprint.of(key.keys().getPublic()));
        byte[] forged = Pem.decode(Pem.REQUEST, pem);
        forged[forged.length - 1] ^= 1;
        assertThatThrownBy(() -> CertificateRequest.parse(Pem.encode(Pem.REQUEST, forged)))
                .isInstanceOf(CryptoException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_root_issues_for_its_own_kind_of_key_only(KeyAlgorithm algorithm) {
        KeyAlgorithm other = algorithm == KeyAlgorithm.SM2 ? KeyAlgorithm.P256 : KeyAlgorithm.SM2;

        assertThatThrownBy(() -> issue(root(algorithm), key(other)))
                .isInstanceOf(CryptoException.class)
                .hasMessageContaining(other.name());
    }

    @ParameterizedTest
    @EnumSource
    void rubbish_is_neither_certificate_nor_request(KeyAlgorithm algorithm) {
        String pem = Pem.of(root(algorithm).certificate());
        String torn = pem.substring(0, pem.length() / 2) + pem.substring(pem.length() - 30);

        for (String text : new String[] {"", "-----BEGIN CERTIFICATE-----", torn}) {
            assertThatThrownBy(() -> Pem.certificate(text)).isInstanceOf(CryptoException.class);
            assertThatThrownBy(() -> CertificateRequest.parse(text))
                    .isInstanceOf(CryptoException.class);
        }
        byte[] bytes = {1, 2, 3};
        assertThatThrownBy(() -> RevocationList.parse(bytes)).isInstanceOf(CryptoException.class);
    }

    private static CertificateAuthority root(KeyAlgorithm algorithm) {
        return CertificateAuthority.create(algorithm, SubjectName.of("root"), TEN_YEARS);
    }

    private static StoredKey key(KeyAlgorithm algorithm) {
        return StoredKey.selfSigned(algorithm, NODE, YEAR);
    }

    private static X509Certificate issue(CertificateAuthority root, StoredKey key) {
        return root.issue(key.request(NODE), NODE, CertificateUse.SIGNING, YEAR);
    }
}
