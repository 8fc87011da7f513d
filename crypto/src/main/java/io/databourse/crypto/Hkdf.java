package io.databourse.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// HKDF with HMAC-SHA-256 (RFC 5869).
public final class Hkdf {
    private Hkdf() {}

    /// Derives `length` bytes; `info` separates the purposes of one secret from each other.
    public static SecretBytes derive(SecretBytes secret, byte[] salt, byte[] info, int length) {
        byte[] input = secret.copy();
        try {
            HKDFParameterSpec spec =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(input)
                            .addSalt(salt)
                            .thenExpand(info, length);
            return SecretBytes.owning(KDF.getInstance("HKDF-SHA256").deriveData(spec));
        } catch (GeneralSecurityException e) {
            throw new CryptoException("cannot derive " + length + " bytes", e);
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }
}
