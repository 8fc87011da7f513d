package io.databourse.protection.table;

import io.databourse.crypto.Hkdf;
import io.databourse.crypto.PrivateFile;
import io.databourse.crypto.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The owner's secret, from which each purpose gets a key of its own (HKDF, RFC 5869). On disk it
/// is 64 hexadecimal digits.
public final class ProtectionKey {
    private static final int LENGTH = 32;

    private final SecretBytes secret;

    public ProtectionKey(SecretBytes secret) {
        if (secret.length() != LENGTH) {
            throw new IllegalArgumentException("the key has " + secret.length() + " bytes, not 32");
        }
        this.secret = secret;
    }

    /// Writes a new key that only its owner may read.
    public static void create(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new TableException(
                    file.getFileName()
                            + " is there already; a key that is lost cannot be made again");
        }
        String text = SecretBytes.random(LENGTH).reveal(HexFormat.of()::formatHex) + "\n";
        PrivateFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    public static ProtectionKey read(Path file) throws IOException {
        try {
            return new ProtectionKey(
                    SecretBytes.owning(HexFormat.of().parseHex(Files.readString(file).strip())));
        } catch (IllegalArgumentException _) {
            throw new TableException(file.getFileName() + " is no key of 64 hexadecimal digits");
        }
    }

    public SecretBytes derive(String purpose) {
        return Hkdf.derive(secret, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), LENGTH);
    }

    /// HMAC-SHA-256 (RFC 2104) under the key of this purpose. Not for several threads.
    public Mac mac(String purpose) {
        try (SecretBytes derived = derive(purpose)) {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] bytes = derived.copy();
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac;
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
