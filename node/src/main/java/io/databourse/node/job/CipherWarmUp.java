package io.databourse.node.job;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts and decrypts some megabytes of nothing, so that the JVM has compiled TLS's cipher to
/// the processor's own instructions before a job needs it. Until then AES-GCM runs at some 20 MB/s,
/// and the first large job of a node would pay for that with several seconds.
public final class CipherWarmUp {
    private static final int RECORD = 1 << 14;
    private static final int RECORDS = 1_200;
    private static final int TAG_BITS = 128;

    private CipherWarmUp() {}

    public static void run() {
        try {
            // The key and the numbers used once protect nothing, so they may be constant.
            var key = new SecretKeySpec(new byte[32], "AES");
            var plain = ByteBuffer.allocate(RECORD);
            var secret = ByteBuffer.allocate(RECORD + TAG_BITS / 8);
            for (int i = 0; i < RECORDS; i++) {
                var nonce = ByteBuffer.allocate(12).putInt(i).array();
                crypt(Cipher.ENCRYPT_MODE, key, nonce, plain.clear(), secret.clear());
                crypt(Cipher.DECRYPT_MODE, key, nonce, secret.flip(), plain.clear());
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private static void crypt(
            int mode, SecretKeySpec key, byte[] nonce, ByteBuffer from, ByteBuffer to)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[5]);
        cipher.doFinal(from, to);
    }
}
