package io.databourse.launcher.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Unpacks the servers from the archives that the build fetched from Maven Central.
///
/// A server is unpacked beside its place and moved there when it is complete, so that a start that
/// was cut off leaves nothing that looks finished.
final class Servers {

    private final Path directory;
    private final Path archives;

    Servers(Settings settings) {
        directory = settings.servers();
        archives = settings.root().resolve("launcher/target/servers.path");
    }

    /// Work to be done on a server that nobody else may be preparing at the same time.
    interface Step {
        void run(Path home) throws IOException;
    }

    /// Folder of a server that came as a zip with one folder in it.
    Path unzipped(String artifact, Step finish) {
        Path archive = archive(artifact);
        String folder = folder(archive);
        return prepared(
                folder,
                fresh -> {
                    Archives.unzip(archive, fresh);
                    try (Stream<Path> inner = Files.list(fresh)) {
                        Path only = inner.findFirst().orElseThrow();
                        finish.run(only);
                        Files.move(only, directory.resolve(folder));
                    }
                });
    }

    /// Folder of PostgreSQL, whose binaries come as a jar on the class path.
    Path postgres(String version) {
        String folder = "postgresql-" + version;
        return prepared(
                folder,
                fresh -> {
                    String name = "/postgres-" + platform() + ".txz";
                    try (InputStream in = Servers.class.getResourceAsStream(name)) {
                        if (in == null) {
                            throw new Fault("there is no embedded PostgreSQL for " + platform());
                        }
                        Archives.untar(in, fresh);
                    }
                    Files.move(fresh, directory.resolve(folder));
                });
    }

    private Path prepared(String folder, Step unpack) {
        Path home = directory.resolve(folder);
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            Files.createDirectories(directory);
            Path lockFile = directory.resolve("." + folder + ".lock");
            try (FileChannel channel =
                    FileChannel.open(
                            lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Two systems of one checkout may be started at once; the lock goes with the
                // channel.
                channel.lock();
                if (!Files.isDirectory(home)) {
                    Path fresh = Files.createTempDirectory(directory, "." + folder + "-");
                    unpack.run(fresh);
                    delete(fresh);
                }
            }
        } catch (IOException e) {
            throw new Fault("cannot unpack " + folder, e);
        }
        return home;
    }

    private Path archive(String artifact) {
        try {
            for (String path : List.of(Files.readString(archives).strip().split(":", -1))) {
                Path file = Path.of(path);
                if (file.getFileName().toString().startsWith(artifact)) {
                    return file;
                }
            }
        } catch (IOException e) {
            throw new Fault("the launcher was not built", e);
        }
        throw new Fault("the build did not fetch " + artifact);
    }

    private static String folder(Path archive) {
        return archive.getFileName().toString().replaceAll("(-quarkus)?-dist|\\.zip$", "");
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        String chip = machine.equals("aarch64") ? "arm_64" : "x86_64";
        return (system.contains("mac") ? "darwin" : "linux") + "-" + chip;
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + tree, e);
        }
    }
}
