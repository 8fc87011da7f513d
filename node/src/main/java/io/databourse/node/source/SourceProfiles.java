package io.databourse.node.source;

import io.databourse.crypto.Digest;
import io.databourse.crypto.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The profiles that a node keeps, by source; each is of the last time the source was looked at.
public final class SourceProfiles {
    private final Path folder;

    public SourceProfiles(Path folder) throws IOException {
        PrivateFile.createDirectories(folder);
        this.folder = folder;
    }

    public void keep(String source, KeptProfile profile) {
        try {
            PrivateFile.write(file(source), profile.toJson().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<KeptProfile> find(String source) {
        try {
            return Files.exists(file(source))
                    ? Optional.of(KeptProfile.parse(Files.readString(file(source))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String source) {
        return folder.resolve(Digest.sha256(source).hex() + ".json");
    }
}
