package io.databourse.protection.mask;

import io.databourse.crypto.SecretBytes;
import io.databourse.protection.table.ProtectionKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// Replaces digits by digits: FF1 of NIST SP 800-38G with AES-256, a permutation of all texts with
/// the same length and the same other characters.
final class DigitCipher {
    /// SP 800-38G revision 1 wants a million possible values: with fewer they could be tried out.
    private static final int LEAST_DIGITS = 6;

    private final ColumnMask.Digits method;
    private final String domain;
    private final SecretBytes secret;

    DigitCipher(ColumnMask.Digits method, String domain, ProtectionKey key) {
        this.method = method;
        this.domain = domain;
        secret = key.derive("databourse mask digits");
    }

    /// One of many permutations, which the number chooses.
    Optional<String> encrypt(String value, int number) {
        return permuted(value, number, true);
    }

    Optional<String> decrypt(String value, int number) {
        return permuted(value, number, false);
    }

    private Optional<String> permuted(String value, int number, boolean encrypt) {
        char[] text = value.toCharArray();
        int[] places = places(text);
        if (places.length < LEAST_DIGITS) {
            return Optional.empty();
        }
        byte[] digits = new byte[places.length];
        for (int i = 0; i < places.length; i++) {
            digits[i] = (byte) (text[places[i]] - '0');
        }
        engine(number, encrypt).processBlock(digits, 0, digits.length, digits, 0);
        for (int i = 0; i < places.length; i++) {
            text[places[i]] = (char) ('0' + digits[i]);
        }
        return Optional.of(new String(text));
    }

    private FPEFF1Engine engine(int number, boolean encrypt) {
        byte[] tweak = (number + ":" + domain).getBytes(StandardCharsets.UTF_8);
        FPEFF1Engine engine = new FPEFF1Engine();
        byte[] key = secret.copy();
        engine.init(encrypt, new FPEParameters(new KeyParameter(key), 10, tweak));
        return engine;
    }

    /// Where the digits stand that are neither in the kept prefix nor in the kept suffix.
    private int[] places(char[] text) {
        return IntStream.range(
                        Math.min(method.keepPrefix(), text.length),
                        Math.max(0, text.length - method.keepSuffix()))
                .filter(i -> text[i] >= '0' && text[i] <= '9')
                .toArray();
    }
}
