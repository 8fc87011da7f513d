package io.databourse.launcher.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells one build of a file from the next, without reading it.
final class Build {

    private Build() {}

    static String of(Path file) {
        try {
            return Files.exists(file)
                    ? Long.toHexString(Files.getLastModifiedTime(file).toMillis())
                            + "-"
                            + Long.toHexString(Files.size(file))
                    : "none";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }
}
