package io.databourse.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// SM4 (GB/T 32907) in Galois/Counter mode as in RFC 8998: 16-byte key, 12-byte nonce that is never
/// used twice with a key, 16-byte tag behind the cipher text.
public final class Sm4Gcm {
    public static final int KEY_LENGTH = 16;
    public static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private Sm4Gcm() {}

    public static byte[] encrypt(SecretBytes key, byte[] nonce, byte[] associated, byte[] plain) {
        try {
            return run(true, key, nonce, associated, plain);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption has no tag to refuse", e);
        }
    }

    /// Throws [CryptoException] when the key, the nonce, the associated data or one bit is wrong.
    public static byte[] decrypt(SecretBytes key, byte[] nonce, byte[] associated, byte[] cipher) {
        try {
            return run(false, key, nonce, associated, cipher);
        } catch (InvalidCipherTextException e) {
            throw new CryptoException("the cipher text is not authentic", e);
        }
    }

    private static byte[] run(
            boolean encrypt, SecretBytes key, byte[] nonce, byte[] associated, byte[] in)
            throws InvalidCipherTextException {
        if (key.length() != KEY_LENGTH || nonce.length != NONCE_LENGTH) {
            throw new IllegalArgumentException("SM4-GCM takes 16 bytes of key, 12 of nonce");
        }
        GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
        gcm.init(
                encrypt,
                new AEADParameters(key.reveal(KeyParameter::new), TAG_BITS, nonce, associated));
        byte[] out = new byte[gcm.getOutputSize(in.length)];
        int length = gcm.processBytes(in, 0, in.length, out, 0);
        length += gcm.doFinal(out, length);
        return length == out.length ? out : Arrays.copyOf(out, length);
    }
}
