package io.databourse.sandbox.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder for a job's inputs whose path says nothing about the data. Write files into it, then
/// bind them; no job can write to it. Closing it removes it.
///
/// @param folder exists and is empty
public record Staging(Path folder) implements AutoCloseable {
    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try {
            remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove a room's inputs", e);
        }
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
