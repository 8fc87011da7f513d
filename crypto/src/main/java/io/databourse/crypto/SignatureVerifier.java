package io.databourse.crypto;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/// Verifies SM2-with-SM3 signatures of 64 bytes, r ‖ s. Whatever is malformed is simply not valid.
///
/// It says nothing about the certificate itself: see [CertificateCheck].
public final class SignatureVerifier {
    private static final int SIGNATURE_LENGTH = 64;

    private SignatureVerifier() {}

    public static boolean verify(Sm2PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        verifier.init(false, key.parameters());
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    public static boolean verify(X509Certificate certificate, byte[] message, byte[] signature) {
        if (KeyAlgorithm.of(certificate.getPublicKey()) != KeyAlgorithm.SM2) {
            return false;
        }
        return verify(Sm2PublicKey.of(certificate), message, signature);
    }

    /// Verifies the document's exact UTF-8 bytes against a signature in base64.
    public static boolean verifyDocument(
            X509Certificate certificate, String document, String signature) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException _) {
            return false;
        }
        return verify(certificate, document.getBytes(StandardCharsets.UTF_8), bytes);
    }
}
