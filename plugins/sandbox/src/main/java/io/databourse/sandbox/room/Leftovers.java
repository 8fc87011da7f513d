package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What launchers that were killed could not clear away: empty control groups and staged inputs.
/// Names tell whose they are by the process's number.
final class Leftovers {
    private static final Pattern OWNER =
            Pattern.compile("(?:room-)?([0-9]+)-[0-9a-f]+(?:\\.json)?");

    private Leftovers() {}

    /// The beginning of this process's names.
    static String own() {
        return ProcessHandle.current().pid() + "-";
    }

    static void remove(Path runs, CgroupParent groups) throws IOException {
        try (var all = Files.list(runs)) {
            for (var one : all.filter(Leftovers::isNobodys).toList()) {
                Staging.remove(one);
            }
        }
        for (var parent : groups.folders().values()) {
            try (var all = Files.list(parent)) {
                // The kernel keeps those that have processes.
                all.filter(Leftovers::isNobodys).forEach(one -> one.toFile().delete());
            }
        }
    }

    private static boolean isNobodys(Path path) {
        var owner = OWNER.matcher(path.getFileName().toString());
        return owner.matches() && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty();
    }
}
