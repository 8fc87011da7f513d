package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.ReadOnly;
import io.databourse.sandbox.room.RoomHost;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.duckdb.DuckDBDriver;

/// The class path of a worker in a room: this plugin's classes and the node's DuckDB, copied once
/// to where the user that jobs run as can read them. DuckDB looks for its library beside its
/// classes, so it is put there and not unpacked at each start.
final class WorkerFiles {
    private static final String ROOM = "/worker/";
    private static final String PLUGIN = "plugin";
    private static final String DUCKDB = "duckdb";

    /// Inside a room.
    static final List<String> CLASS_PATH = List.of(ROOM + PLUGIN, ROOM + DUCKDB);

    private static final String LIBRARY = "libduckdb_java.so_linux_";

    private WorkerFiles() {}

    /// Both parts have folders of their own: the plugin changes often, DuckDB's 72 MB seldom.
    static List<ReadOnly> of(RoomHost host) throws IOException {
        var workers = Files.createDirectories(host.state().resolve("workers"));
        var binds = new ArrayList<ReadOnly>();
        for (var place : List.of(place(WorkerFiles.class), duckDb())) {
            try (var files = Files.list(part(workers, place))) {
                files.sorted()
                        .map(file -> new ReadOnly(file, ROOM + file.getFileName()))
                        .forEach(binds::add);
            }
        }
        return binds;
    }

    private static Path part(Path workers, Path place) throws IOException {
        var folder = workers.resolve(key(place));
        if (!Files.isDirectory(folder)) {
            var open = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(workers.resolve("lock"), open);
                    var _ = channel.lock()) {
                if (!Files.isDirectory(folder)) {
                    make(workers, place, folder);
                }
            }
        }
        return folder;
    }

    /// What the copy depends on.
    private static String key(Path place) throws IOException {
        var text = new StringBuilder();
        try (var tree = Files.walk(place)) {
            for (var file : tree.filter(Files::isRegularFile).sorted().toList()) {
                text.append(file).append(Files.size(file));
                text.append(Files.getLastModifiedTime(file)).append('\n');
            }
        }
        return Fingerprint.hash(text.toString());
    }

    private static Path duckDb() throws IOException {
        return place(DuckDBDriver.class);
    }

    private static Path place(Class<?> type) throws IOException {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("no path of " + type, e);
        }
    }

    private static void make(Path workers, Path place, Path folder) throws IOException {
        var fresh = Files.createTempDirectory(workers, "making");
        // A new folder is its owner's alone; jobs run as somebody else.
        Files.setPosixFilePermissions(
                fresh, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        if (!place.equals(duckDb())) {
            copy(place, fresh.resolve(PLUGIN));
        } else if (Files.isDirectory(place)) {
            copy(place, fresh.resolve(DUCKDB));
            var beside = place.resolveSibling(LIBRARY + architecture());
            Files.copy(beside, fresh.resolve(beside.getFileName().toString()));
        } else {
            unpack(place, fresh);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String architecture() {
        return System.getProperty("os.arch", "").equals("aarch64") ? "arm64" : "amd64";
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (var path : tree.toList()) {
                var copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    /// A jar as it comes from a repository: its classes, and the library of this machine.
    private static void unpack(Path jar, Path to) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                var name = entry.getName();
                var library = name.startsWith("libduckdb");
                if (library && !name.equals(LIBRARY + architecture())) {
                    continue;
                }
                var target = (library ? to : to.resolve(DUCKDB)).resolve(name).normalize();
                if (!target.startsWith(to)) {
                    throw new IOException("the jar leaves its folder: " + name);
                }
                Files.createDirectories(target.resolveSibling("."));
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
    }
}
