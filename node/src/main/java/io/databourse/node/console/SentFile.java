package io.databourse.node.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/// A file as it goes to a browser: pictures are shown, everything else is saved. What it is, its
/// bytes say and not its name.
final class SentFile {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private SentFile() {}

    static boolean isPng(Path file) throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Arrays.equals(in.readNBytes(PNG.length), PNG);
        }
    }

    static void send(Call call, Path file) throws IOException {
        if (isPng(file)) {
            call.send("image/png", file);
            return;
        }
        // Names of files are letters, digits, dots, dashes and underscores.
        call.set("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
        call.send("application/octet-stream", file);
    }
}
