package io.databourse.sandbox.room;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// All of a folder's content in a text: one line for each entry, sorted by path.
///
/// A line is `d mode path`, `l target path` or `f mode sha256 path`, with tabs between. The image's
/// hash is the SHA-256 of this text, each line ended by a newline.
record Manifest(List<String> lines) {
    Manifest {
        lines = List.copyOf(lines);
    }

    static Manifest of(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            var paths = all.filter(one -> !one.equals(root)).toList();
            return new Manifest(
                    paths.parallelStream().map(path -> line(root, path)).sorted().toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static Manifest parse(String text) {
        return new Manifest(text.lines().toList());
    }

    String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    String sha256() {
        return sha256(text().getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] text) {
        return HexFormat.of().formatHex(digest().digest(text));
    }

    /// The line of a manifest's text in which this byte is.
    static String lineAt(byte[] text, int index) {
        int start = index;
        while (start > 0 && text[start - 1] != '\n') {
            start--;
        }
        int end = index;
        while (text[end] != '\n') {
            end++;
        }
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }

    /// Whether the entry of a line is as the line says.
    static boolean holds(Path root, String line) {
        var path = root.resolve(line.substring(line.lastIndexOf('\t') + 1));
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && line(root, path).equals(line);
    }

    private static String line(Path root, Path path) {
        var name = root.relativize(path).toString();
        try {
            if (Files.isSymbolicLink(path)) {
                return "l\t" + Files.readSymbolicLink(path) + "\t" + name;
            }
            var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            return Files.isDirectory(path)
                    ? "d\t" + mode + "\t" + name
                    : "f\t" + mode + "\t" + sha256(path) + "\t" + name;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static String sha256(Path file) throws IOException {
        var digest = digest();
        try (InputStream in = Files.newInputStream(file);
                var out = new DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest)) {
            var _ = in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
