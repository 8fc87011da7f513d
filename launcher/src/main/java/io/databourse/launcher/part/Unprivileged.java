package io.databourse.launcher.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;

/// PostgreSQL refuses to run as root, so root runs it without root's rights.
///
/// A user namespace does it without another account and without touching who owns the files. Where
/// namespaces are forbidden, as in many containers, it becomes the user `nobody`, to whom the data
/// is then given.
final class Unprivileged {

    private enum Way {
        AS_IS,
        NAMESPACE,
        NOBODY
    }

    private final Way way = choose();

    List<String> command(List<String> command) {
        List<String> prefix =
                switch (way) {
                    case AS_IS -> List.of();
                    case NAMESPACE -> List.of("unshare", "--user");
                    case NOBODY ->
                            List.of(
                                    "setpriv",
                                    "--reuid=nobody",
                                    "--regid=nogroup",
                                    "--clear-groups");
                };
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /// Lets the program own a folder and all that is in it.
    void give(Path folder) {
        if (way != Way.NOBODY) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                lend(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give away " + folder, e);
        }
    }

    /// Lets the program read one file of ours; root can still.
    void lend(Path file) {
        if (way != Way.NOBODY) {
            return;
        }
        try {
            UserPrincipal nobody =
                    FileSystems.getDefault()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("nobody");
            Files.setOwner(file, nobody);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give away " + file, e);
        }
    }

    private static Way choose() {
        if (!System.getProperty("user.name").equals("root")) {
            return Way.AS_IS;
        }
        return namespaces() ? Way.NAMESPACE : Way.NOBODY;
    }

    private static boolean namespaces() {
        try {
            Process trial = new ProcessBuilder("unshare", "--user", "true").start();
            return trial.waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
