package io.databourse.node.job;

import io.databourse.crypto.Digest;
import io.databourse.crypto.DigestAlgorithm;
import io.databourse.node.NodeFailure;
import io.databourse.node.child.ChildReport;
import io.databourse.node.child.ChunkReader;
import io.databourse.node.child.CsvText;
import io.databourse.node.child.FileSink;
import io.databourse.node.review.Bundle;
import io.databourse.plugin.Outcome.Blame;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Schema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// A result as a file that people can open. It stays in the workspace until it is delivered.
///
/// @param sha256 of the file, in hex
public record ResultFile(Path file, long rows, String sha256) {

    /// The folder of a result that has several files; at delivery they come out beside the receipt.
    private static final String BUNDLE = "bundle";

    /// Before the names of what was made of made-up rows, so that nobody takes it for a result.
    private static final String SYNTHETIC = "SYNTHETIC-";

    private static final int MOST_FILES = 80;
    private static final long MOST_BYTES = 64L << 20;

    /// Turns what the child left in its workspace into `result.csv`, or, where the result is a file
    /// of the task's own, into `result.bin`, or into a folder of files with names of their own,
    /// whose hash is that of their [Bundle]; the latter two count as one row.
    ///
    /// @throws NodeFailure if there is no result, or it is not what a plugin may write
    public static ResultFile make(ChildReport report, Path workspace) throws InterruptedException {
        return make(report, workspace, "");
    }

    /// The result of a dry run: its files are called `SYNTHETIC-…`.
    static ResultFile makeSynthetic(ChildReport report, Path workspace)
            throws InterruptedException {
        return make(report, workspace, SYNTHETIC);
    }

    private static ResultFile make(ChildReport report, Path workspace, String prefix)
            throws InterruptedException {
        var table =
                report.tables().stream()
                        .filter(each -> each.name().equals(PartyContext.RESULT))
                        .findFirst();
        try {
            if (table.isPresent()) {
                return csv(table.get(), workspace, prefix);
            }
            if (report.files().containsKey(PartyContext.RESULT)) {
                var to = workspace.resolve(prefix + "result.bin");
                Files.move(workspace.resolve(PartyContext.RESULT + ".result.file"), to);
                return new ResultFile(to, 1, Digest.sha256(to).hex());
            }
            if (!report.files().isEmpty()) {
                return bundle(report.files(), workspace, prefix);
            }
        } catch (IOException | java.io.UncheckedIOException | IndexOutOfBoundsException e) {
            throw new NodeFailure("PLUGIN_FAILED", Blame.PLUGIN, "the result cannot be read", e);
        }
        throw new NodeFailure("PLUGIN_FAILED", Blame.PLUGIN, "the program left no result");
    }

    private static ResultFile bundle(Map<String, String> files, Path workspace, String prefix)
            throws IOException {
        var folder = Files.createDirectories(workspace.resolve(BUNDLE));
        var named = new HashMap<String, String>();
        for (var file : files.entrySet()) {
            var name = file.getKey();
            if (!FileSink.isName(name) || HeldOutputs.RESERVED.contains(name)) {
                throw new IOException("not a result's name");
            }
            Files.move(FileSink.plainFile(workspace, name), folder.resolve(prefix + name));
            named.put(prefix + name, file.getValue());
        }
        var bundle = Bundle.of(folder, named);
        if (bundle.bytes() > MOST_BYTES || files.size() > MOST_FILES) {
            throw new IOException("the result is too large");
        }
        Files.writeString(folder.resolve("bundle.json"), bundle.manifest());
        return new ResultFile(folder, 1, bundle.sha256());
    }

    static boolean isBundle(String file) {
        return file.equals(BUNDLE);
    }

    /// Moves a result, a file or a folder of them, out of the workspace. What is there already was
    /// moved before a crash.
    static void move(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            try (var files = Files.list(from)) {
                for (var file : files.toList()) {
                    move(file, to.resolve(file.getFileName().toString()));
                }
            }
        } else if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static ResultFile csv(ChildReport.Table table, Path workspace, String prefix)
            throws IOException, InterruptedException {
        var to = workspace.resolve(prefix + "result.csv");
        var digest = DigestAlgorithm.SHA_256.messageDigest();
        var names = table.schema().columns().stream().map(Schema.Column::name).toList();
        var chunks = workspace.resolve(table.name() + ".result.chunks");
        long rows;
        try (var pass = new ChunkReader(chunks, table.schema(), names);
                var out =
                        new BufferedOutputStream(
                                new DigestOutputStream(Files.newOutputStream(to), digest),
                                1 << 16)) {
            rows = CsvText.write(table.schema(), pass, out);
        }
        return new ResultFile(to, rows, HexFormat.of().formatHex(digest.digest()));
    }
}
