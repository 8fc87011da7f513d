package io.databourse.sandbox.room;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The images of a host, each made once from the host's installed packages and kept under its hash:
/// `images/<sha256>/` beside `images/<sha256>.manifest`, and `images/<kind>` says which one belongs
/// to the packages that are installed now.
public final class Images {
    private static final Path DPKG = Path.of("/var/lib/dpkg");
    private static final String LAYOUT = "1";
    private static final int SPOT_CHECKS = 24;

    /// Lines of the file that says which image is a kind's.
    private static final int KEY = 1;

    private static final int STAMP = 2;

    private final Path folder;

    /// @param host its state folder keeps the images
    public Images(RoomHost host) {
        this.folder = host.state().resolve("images");
    }

    /// The image for what is installed now; made if there is none. It is checked by its manifest
    /// and a random few of its files; see [#verify] for all.
    ///
    /// @throws RoomUnavailable names the packages that are missing
    public Image get(ImageKind kind) throws IOException, RoomUnavailable {
        var stamp = stamp(kind);
        var known = current(kind, STAMP, stamp);
        if (known.isPresent()) {
            return checked(kind, known.get());
        }
        var packages = DebianPackages.read(DPKG);
        var names = packages.closure(kind.packages());
        var key = key(kind, names);
        Files.createDirectories(folder);
        try (var channel =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var made = current(kind, KEY, key);
            var sha256 = made.isPresent() ? made.get() : build(kind, packages, names);
            point(kind, List.of(sha256, key, stamp));
            return checked(kind, sha256);
        }
    }

    /// Reads every file of the image.
    ///
    /// @return the paths that are not as the manifest says; none if all is well
    public List<String> verify(Image image) throws IOException {
        var manifest = Manifest.parse(new String(manifest(image.sha256()), UTF_8));
        var there = Manifest.of(image.root());
        var differing = new java.util.TreeSet<>(there.lines());
        manifest.lines().forEach(line -> toggle(differing, line));
        return differing.stream()
                .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                .distinct()
                .toList();
    }

    private static void toggle(java.util.Set<String> lines, String line) {
        if (!lines.remove(line)) {
            lines.add(line);
        }
    }

    private Optional<String> current(ImageKind kind, int line, String wanted) throws IOException {
        var file = folder.resolve(name(kind));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        return lines.size() == 3 && lines.get(line).equals(wanted)
                ? Optional.of(lines.getFirst())
                : Optional.empty();
    }

    private void point(ImageKind kind, List<String> lines) throws IOException {
        var pointer = Files.write(folder.resolve("pointer"), lines);
        Files.move(pointer, folder.resolve(name(kind)), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String name(ImageKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// Changes whenever something was installed; quicker to find than the key.
    private static String stamp(ImageKind kind) throws IOException {
        var text = LAYOUT + kind.packages() + changed(DPKG.resolve("status"));
        return kind == ImageKind.JVM ? text + java() : text;
    }

    private static String changed(Path file) throws IOException {
        return " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    }

    private static String java() throws IOException {
        return " " + javaHome() + changed(javaHome().resolve("lib/modules"));
    }

    /// What an image depends on, hashed.
    private static String key(ImageKind kind, Map<String, String> packages) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(LAYOUT + kind.packages());
        packages.forEach((name, version) -> lines.add(name + " " + version));
        if (kind == ImageKind.JVM) {
            lines.add(java());
        }
        return new Manifest(lines).sha256();
    }

    private static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    private String build(ImageKind kind, DebianPackages packages, Map<String, String> names)
            throws IOException {
        var fresh = Files.createDirectories(folder.resolve("building"));
        Staging.remove(fresh);
        Files.createDirectory(fresh);
        var builder = new ImageBuilder(fresh);
        builder.frame();
        builder.packages(packages, names.keySet());
        switch (kind) {
            case PYTHON -> {}
            case R -> builder.r();
            case JVM -> builder.java(javaHome());
        }
        var manifest = Manifest.of(fresh);
        var sha256 = manifest.sha256();
        Files.writeString(folder.resolve(sha256 + ".manifest"), manifest.text());
        if (Files.isDirectory(root(sha256))) {
            Staging.remove(fresh);
        } else {
            Files.move(fresh, root(sha256), StandardCopyOption.ATOMIC_MOVE);
        }
        return sha256;
    }

    private Path root(String sha256) {
        return folder.resolve(sha256);
    }

    private byte[] manifest(String sha256) throws IOException {
        return Files.readAllBytes(folder.resolve(sha256 + ".manifest"));
    }

    private Image checked(ImageKind kind, String sha256) throws IOException, RoomUnavailable {
        var manifest = manifest(sha256);
        if (!Manifest.sha256(manifest).equals(sha256)) {
            throw damaged(sha256);
        }
        var random = new SecureRandom();
        for (int i = 0; i < SPOT_CHECKS; i++) {
            var line = Manifest.lineAt(manifest, random.nextInt(manifest.length));
            if (!Manifest.holds(root(sha256), line)) {
                throw damaged(sha256);
            }
        }
        return new Image(root(sha256), sha256, kind.environment());
    }

    private RoomUnavailable damaged(String sha256) {
        return new RoomUnavailable(
                "the image "
                        + root(sha256)
                        + " is not what it was; delete it, and the next start"
                        + " makes it again");
    }
}
