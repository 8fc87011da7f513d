package io.databourse.launcher.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// Passwords between our own programs: random, made once, readable by the owner alone.
final class Secrets {

    private static final Set<PosixFilePermission> OWNER =
            PosixFilePermissions.fromString("rw-------");

    private final Path directory;

    Secrets(Home home) {
        directory = home.secrets();
    }

    /// The secret of that name; made at the first call.
    synchronized String get(String name) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the secret " + file, e);
        }
    }

    /// The file that holds it, for programs that read a password from a file.
    Path file(String name) {
        get(name);
        return directory.resolve(name);
    }

    /// Writes a file that only its owner can read, also while it is being written.
    static void write(Path file, String content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path fresh =
                Files.createTempFile(
                        directory, ".new", "", PosixFilePermissions.asFileAttribute(OWNER));
        Files.writeString(fresh, content);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
