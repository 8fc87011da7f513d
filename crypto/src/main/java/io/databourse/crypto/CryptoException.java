package io.databourse.crypto;

/// Key material, a certificate or a cipher text is not usable: broken, forged or of another kind.
public final class CryptoException extends RuntimeException {
    public CryptoException(String message) {
        super(message);
    }

    public CryptoException(String message, Throwable cause) {
        super(message, cause);
    }
}
