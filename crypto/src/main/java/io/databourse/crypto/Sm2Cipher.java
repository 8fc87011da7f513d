package io.databourse.crypto;

import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/// SM2 public key encryption (GB/T 32918.4), for short secrets. The parts lie in the order of the
/// standard, C1 ‖ C3 ‖ C2, not in Bouncy Castle's default order.
public final class Sm2Cipher {
    private Sm2Cipher() {}

    public static byte[] encrypt(Sm2PublicKey recipient, byte[] plain) {
        return encrypt(recipient, plain, new SecureRandom());
    }

    static byte[] encrypt(Sm2PublicKey recipient, byte[] plain, SecureRandom random) {
        SM2Engine engine = engine();
        engine.init(true, new ParametersWithRandom(recipient.parameters(), random));
        try {
            return engine.processBlock(plain, 0, plain.length);
        } catch (InvalidCipherTextException e) {
            throw new CryptoException("cannot encrypt", e);
        }
    }

    /// Throws [CryptoException] when the message is not for this key or one bit is wrong.
    public static byte[] decrypt(Sm2KeyPair keys, byte[] cipher) {
        SM2Engine engine = engine();
        engine.init(false, keys.privateKey());
        try {
            return engine.processBlock(cipher, 0, cipher.length);
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new CryptoException("the cipher text is not authentic", e);
        }
    }

    private static SM2Engine engine() {
        return new SM2Engine(SM2Engine.Mode.C1C3C2);
    }
}
