package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Processes of the host, found by a word of their command lines.
final class Processes {
    private Processes() {}

    static List<Long> with(String word) throws IOException {
        try (var all = Files.list(Path.of("/proc"))) {
            return all.filter(one -> one.getFileName().toString().matches("[0-9]+"))
                    .filter(one -> command(one).contains(word))
                    .map(one -> Long.valueOf(one.getFileName().toString()))
                    .toList();
        }
    }

    private static String command(Path process) {
        try {
            return new String(
                    Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
