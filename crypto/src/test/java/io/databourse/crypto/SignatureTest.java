package io.databourse.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String DOCUMENT = "{\"type\":\"数字合约\"}";
    private static final byte[] MESSAGE = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    private final Sm2KeyPair keys = Sm2KeyPair.generate();
    private final Signer signer = new Sm2Signer(keys);

    @Test
    void a_signature_is_64_bytes_and_its_own_key_verifies_it() {
        byte[] signature = signer.sign(MESSAGE);

        assertThat(signature).hasSize(64);
        assertThat(SignatureVerifier.verify(keys.publicKey(), MESSAGE, signature)).isTrue();
        assertThat(SignatureVerifier.verify(Sm2KeyPair.generate().publicKey(), MESSAGE, signature))
                .isFalse();
    }

    @Test
    void a_flipped_bit_anywhere_in_the_signature_is_refused() {
        byte[] signature = signer.sign(MESSAGE);

        for (int i = 0; i < signature.length; i++) {
            byte[] broken = signature.clone();
            broken[i] ^= 1;
            assertThat(SignatureVerifier.verify(keys.publicKey(), MESSAGE, broken)).isFalse();
        }
    }

    @Test
    void zeros_and_wrong_lengths_are_no_signatures() {
        for (int length : new int[] {0, 63, 64, 65, 72}) {
            assertThat(SignatureVerifier.verify(keys.publicKey(), MESSAGE, new byte[length]))
                    .isFalse();
        }
    }

    @Test
    void a_document_is_verified_with_the_certificate_to_the_last_blank() {
        StoredKey key = selfSigned(KeyAlgorithm.SM2);
        String signature = Sm2Signer.of(key.keys()).signDocument(DOCUMENT);

        assertThat(verifies(key, DOCUMENT, signature)).isTrue();
        assertThat(verifies(key, DOCUMENT + " ", signature)).isFalse();
        assertThat(verifies(key, DOCUMENT, "not base64!")).isFalse();
        assertThat(verifies(selfSigned(KeyAlgorithm.P256), DOCUMENT, signature)).isFalse();
    }

    @Test
    void the_key_fingerprint_is_that_of_the_request() {
        StoredKey key = selfSigned(KeyAlgorithm.SM2);

        assertThat(Sm2Signer.of(key.keys()).keyFingerprint())
                .isEqualTo(Fingerprint.of(key.keys().getPublic()))
                .isEqualTo(key.request(SubjectName.of("n")).keyFingerprint());
    }

    @Test
    void halves_of_two_key_pairs_are_refused() {
        KeyPair one = KeyAlgorithm.SM2.generate();
        KeyPair other = KeyAlgorithm.SM2.generate();

        assertThatThrownBy(() -> Sm2KeyPair.of(new KeyPair(one.getPublic(), other.getPrivate())))
                .isInstanceOf(CryptoException.class);
        assertThatThrownBy(() -> Sm2PublicKey.of(KeyAlgorithm.P256.generate().getPublic()))
                .isInstanceOf(CryptoException.class);
    }

    @Test
    void sm2_encryption_refuses_the_wrong_key_and_a_changed_text() {
        byte[] cipher = Sm2Cipher.encrypt(keys.publicKey(), MESSAGE);

        assertThat(Sm2Cipher.decrypt(keys, cipher)).isEqualTo(MESSAGE);
        assertThatThrownBy(() -> Sm2Cipher.decrypt(Sm2KeyPair.generate(), cipher))
                .isInstanceOf(CryptoException.class);
        cipher[cipher.length - 1] ^= 1;
        assertThatThrownBy(() -> Sm2Cipher.decrypt(keys, cipher))
                .isInstanceOf(CryptoException.class);
        assertThatThrownBy(() -> Sm2Cipher.decrypt(keys, new byte[3]))
                .isInstanceOf(CryptoException.class);
    }

    @Test
    void sm4_gcm_refuses_a_changed_text_and_other_associated_data() {
        byte[] nonce = new byte[Sm4Gcm.NONCE_LENGTH];
        try (SecretBytes key = SecretBytes.random(Sm4Gcm.KEY_LENGTH)) {
            byte[] cipher = Sm4Gcm.encrypt(key, nonce, new byte[] {1}, MESSAGE);

            assertThatThrownBy(() -> Sm4Gcm.decrypt(key, nonce, new byte[] {2}, cipher))
                    .isInstanceOf(CryptoException.class);
            cipher[0] ^= 1;
            assertThatThrownBy(() -> Sm4Gcm.decrypt(key, nonce, new byte[] {1}, cipher))
                    .isInstanceOf(CryptoException.class);
        }
    }

    private static boolean verifies(StoredKey key, String document, String signature) {
        return SignatureVerifier.verifyDocument(key.certificate(), document, signature);
    }

    private static StoredKey selfSigned(KeyAlgorithm algorithm) {
        Validity year = Validity.startingAt(Instant.now(), Period.ofYears(1));
        return StoredKey.selfSigned(algorithm, SubjectName.of("n"), year);
    }
}
