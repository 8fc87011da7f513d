package io.databourse.node.job;

import io.databourse.crypto.Digest;
import io.databourse.node.Folders;
import io.databourse.node.contract.JobDefinition.PluginVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The plugin zips that the owner has put into the plugins folder. They are unpacked once, into a
/// folder named by their hash.
public final class InstalledPlugins {
    private final Path folder;
    private final Path unpacked;

    public InstalledPlugins(Path folder, Path unpacked) {
        this.folder = folder;
        this.unpacked = unpacked;
    }

    /// What is there now; a zip that is no plugin is passed over.
    public List<PluginVersion> all() {
        var found = new ArrayList<PluginVersion>();
        for (var zip : zips()) {
            read(zip).ifPresent(found::add);
        }
        return found;
    }

    /// The installed build of a plugin.
    public Optional<PluginVersion> find(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private List<Path> zips() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Optional<PluginVersion> read(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry("plugin.properties");
            if (entry == null) {
                return Optional.empty();
            }
            var properties = new Properties();
            try (var in = zip.getInputStream(entry)) {
                properties.load(in);
            }
            return Optional.of(
                    new PluginVersion(
                            properties.getProperty("plugin.id", ""),
                            properties.getProperty("plugin.version", ""),
                            Digest.sha256(file).hex()));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The class path of exactly this build.
    ///
    /// @throws IOException if it is not installed or cannot be unpacked
    public List<Path> classPath(PluginVersion plugin) throws IOException {
        var target = unpacked.resolve(plugin.sha256());
        if (!Files.isDirectory(target)) {
            for (var zip : zips()) {
                if (read(zip).equals(Optional.of(plugin))) {
                    unpack(zip, target);
                }
            }
        }
        var path = new ArrayList<Path>();
        path.add(target.resolve("classes"));
        var lib = target.resolve("lib");
        if (Files.isDirectory(lib)) {
            try (var jars = Files.list(lib)) {
                jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(path::add);
            }
        }
        return path;
    }

    /// What exactly this build asks of the node.
    public PluginNeeds needs(PluginVersion plugin) throws IOException {
        var _ = classPath(plugin);
        var file = unpacked.resolve(plugin.sha256()).resolve("plugin.properties");
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return PluginNeeds.of(properties);
    }

    private static void unpack(Path file, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        var temporary = Files.createTempDirectory(target.toAbsolutePath().getParent(), "unpack");
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                unpack(zip, entry, temporary);
            }
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Two jobs may have unpacked the same zip at once.
            Folders.delete(temporary);
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        var to = target.resolve(entry.getName()).normalize();
        if (!to.startsWith(target)) {
            throw new IOException("the zip leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        try (var in = zip.getInputStream(entry)) {
            Files.copy(in, to);
        }
    }
}
