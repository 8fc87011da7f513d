package io.databourse.launcher.part;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Unpacks the servers' archives. Only archives from Maven Central come here; a path that leads
/// outside of the target is refused all the same.
final class Archives {

    private static final Set<PosixFilePermission> EXECUTABLE =
            PosixFilePermissions.fromString("rwxr-xr-x");

    private Archives() {}

    static void unzip(Path archive, Path target) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path place = inside(target, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(place);
                } else {
                    copy(in, place);
                }
            }
        }
    }

    static void untar(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream in =
                new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = in.getNextEntry();
                    entry != null;
                    entry = in.getNextEntry()) {
                Path place = inside(target, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(place);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(parent(place));
                    Files.deleteIfExists(place);
                    Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
                } else {
                    copy(in, place);
                    if ((entry.getMode() & 0b001_000_000) != 0) {
                        Files.setPosixFilePermissions(place, EXECUTABLE);
                    }
                }
            }
        }
    }

    private static void copy(InputStream in, Path place) throws IOException {
        Files.createDirectories(parent(place));
        Files.copy(in, place, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path inside(Path target, String name) throws IOException {
        Path place = target.resolve(name).normalize();
        if (!place.startsWith(target)) {
            throw new IOException("the archive has a path outside of it: " + name);
        }
        return place;
    }

    private static Path parent(Path place) throws IOException {
        Path parent = place.getParent();
        if (parent == null) {
            throw new IOException("no folder for " + place);
        }
        return parent;
    }
}
