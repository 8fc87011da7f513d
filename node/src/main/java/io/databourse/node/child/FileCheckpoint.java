package io.databourse.node.child;

import io.databourse.plugin.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// A checkpoint beside the input, replaced whole.
final class FileCheckpoint implements Checkpoint {
    private static final int MAX_SIZE = 1 << 20;

    private final Path file;

    FileCheckpoint(Path file) {
        this.file = file;
    }

    @Override
    public Optional<byte[]> load() {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void save(byte[] state) {
        if (state.length > MAX_SIZE) {
            throw new IllegalArgumentException("a checkpoint of " + state.length + " bytes");
        }
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, state);
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
