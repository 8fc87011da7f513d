package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Fills a folder with what programs need. Only plain files, folders and links come in, readable by
/// all and writable by the owner, without any special bit.
final class ImageBuilder {
    private static final Path HOST = Path.of("/");
    private static final Path JAVA = Path.of("/usr/lib/jvm/java");

    private static final List<Path> LEFT_OUT =
            List.of(
                    Path.of("/usr/share/doc"),
                    Path.of("/usr/share/man"),
                    Path.of("/usr/share/info"),
                    Path.of("/usr/share/locale"),
                    Path.of("/usr/share/lintian"),
                    Path.of("/usr/share/bug"),
                    Path.of("/usr/share/icons"),
                    Path.of("/usr/share/applications"));

    private static final Set<String> LEFT_OUT_OF_JAVA =
            Set.of("include", "jmods", "man", "demo", "src.zip", "legal");

    private final Path root;

    ImageBuilder(Path root) {
        this.root = root;
    }

    void packages(DebianPackages packages, Iterable<String> names) throws IOException {
        for (var name : names) {
            for (var file : packages.files(name)) {
                if (wanted(file)) {
                    take(file);
                }
            }
        }
        for (var one : packages.alternatives()) {
            alternative(one);
        }
    }

    private static boolean wanted(Path file) {
        // The host's own settings (`Renviron.site`) are nobody else's business.
        boolean settings = file.startsWith("/etc/R") && !file.toString().endsWith(".site");
        boolean program = Set.of("usr", "lib", "lib64", "bin", "sbin").contains(top(file));
        return (settings || program) && LEFT_OUT.stream().noneMatch(file::startsWith);
    }

    private static String top(Path file) {
        return file.getNameCount() == 0 ? "" : file.getName(0).toString();
    }

    /// `/lib` and others are links to folders in `/usr`: what they hold is kept there.
    private static Path real(Path file) throws IOException {
        var parent = file.getParent();
        return parent == null || parent.equals(HOST)
                ? file
                : parent.toRealPath().resolve(file.getFileName());
    }

    private void take(Path listed) throws IOException {
        if (!Files.exists(listed, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        var file = real(listed);
        copy(file, file);
        var name = file.getFileName().toString();
        if (name.endsWith(".py")) {
            compiled(file, name.substring(0, name.length() - ".py".length()));
        }
    }

    /// Python's compiled form, which the package's installation made. Without it each job would
    /// compile the libraries anew.
    private void compiled(Path source, String stem) throws IOException {
        var folder = source.resolveSibling("__pycache__");
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, stem + ".cpython-*.pyc")) {
                for (var file : files) {
                    copy(file, file);
                }
            }
        }
    }

    private void alternative(DebianPackages.Alternative one) throws IOException {
        if (!Files.isSymbolicLink(one.link())) {
            return;
        }
        var middle = Files.readSymbolicLink(one.link());
        if (!middle.startsWith("/etc/alternatives") || !Files.isSymbolicLink(middle)) {
            return;
        }
        // What the host has chosen, or else what came in by a dependency.
        for (var target :
                Stream.concat(Stream.of(Files.readSymbolicLink(middle)), one.targets().stream())
                        .toList()) {
            if (Files.exists(inside(real(target)))) {
                copy(real(one.link()), real(one.link()));
                link(middle, target);
                return;
            }
        }
    }

    private void link(Path link, Path target) throws IOException {
        folder(parent(inside(link)));
        Files.deleteIfExists(inside(link));
        Files.createSymbolicLink(inside(link), target);
    }

    private Path inside(Path file) {
        return root.resolve(HOST.relativize(file));
    }

    private void copy(Path from, Path to) throws IOException {
        var target = inside(to);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isSymbolicLink(from)) {
            folder(parent(target));
            Files.createSymbolicLink(target, Files.readSymbolicLink(from));
        } else if (Files.isDirectory(from)) {
            folder(target);
        } else if (Files.isRegularFile(from)) {
            folder(parent(target));
            Files.copy(from, target, StandardCopyOption.COPY_ATTRIBUTES);
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(
                            Files.isExecutable(from) ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static Path parent(Path file) {
        return java.util.Objects.requireNonNull(file.getParent());
    }

    private static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            folder(parent(folder));
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /// A JDK.
    void java(Path home) throws IOException {
        try (var all = Files.walk(home)) {
            for (var file : all.toList()) {
                var inner = home.relativize(file);
                if (!LEFT_OUT_OF_JAVA.contains(inner.getName(0).toString())) {
                    copy(file, JAVA.resolve(inner));
                }
            }
        }
    }

    /// R's own variables: the package's standard, which its installation copies to this place.
    void r() throws IOException {
        copy(Path.of("/usr/lib/R/etc/Renviron.ucf"), Path.of("/etc/R/Renviron"));
    }

    private void text(String path, String content) throws IOException {
        var target = root.resolve(path);
        folder(parent(target));
        Files.writeString(target, content, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /// What every image has: the short names of the folders in `usr`, places to mount on, and one
    /// user.
    void frame() throws IOException {
        for (var name : List.of("bin", "sbin", "lib", "lib64")) {
            folder(root.resolve("usr").resolve(name));
            Files.createSymbolicLink(root.resolve(name), Path.of("usr", name));
        }
        text("etc/passwd", "room:x:65534:65534::/work:/usr/sbin/nologin\n");
        text("etc/group", "room:x:65534:\n");
        text("etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n");
    }
}
