package io.databourse.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Signs with a key that stays where it is, in memory, in a file or in a device.
public interface Signer {
    /// The signature as r ‖ s, 64 bytes.
    byte[] sign(byte[] message);

    /// SHA-256 of the public key's SubjectPublicKeyInfo, hex.
    String keyFingerprint();

    /// Signs the document's exact UTF-8 bytes and gives the signature in base64, as it travels.
    default String signDocument(String document) {
        byte[] signature = sign(document.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature);
    }
}
