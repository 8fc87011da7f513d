package io.databourse.node.job;

import io.databourse.crypto.DigestAlgorithm;
import io.databourse.node.NodeFailure;
import io.databourse.node.child.ChildReport;
import io.databourse.node.child.ChunkReader;
import io.databourse.node.child.CsvText;
import io.databourse.plugin.Outcome.Blame;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Schema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/// A result as a file that people can open. It stays in the workspace until it is delivered.
///
/// @param sha256 of the file, in hex
public record ResultFile(Path file, long rows, String sha256) {

    /// Turns what the child left in its workspace into `result.csv`, or, where the result is a file
    /// of the task's own, into `result.bin`, which counts as one row.
    ///
    /// @throws NodeFailure if there is no result, or it is not what a plugin may write
    public static ResultFile make(ChildReport report, Path workspace) throws InterruptedException {
        var table =
                report.tables().stream()
                        .filter(each -> each.name().equals(PartyContext.RESULT))
                        .findFirst();
        try {
            if (table.isPresent()) {
                return csv(table.get(), workspace);
            }
            if (report.files().containsKey(PartyContext.RESULT)) {
                var to = workspace.resolve("result.bin");
                Files.move(workspace.resolve(PartyContext.RESULT + ".result.file"), to);
                return new ResultFile(to, 1, io.databourse.crypto.Digest.sha256(to).hex());
            }
        } catch (IOException | java.io.UncheckedIOException | IndexOutOfBoundsException e) {
            throw new NodeFailure("PLUGIN_FAILED", Blame.PLUGIN, "the result cannot be read", e);
        }
        throw new NodeFailure("PLUGIN_FAILED", Blame.PLUGIN, "the program left no result");
    }

    private static ResultFile csv(ChildReport.Table table, Path workspace)
            throws IOException, InterruptedException {
        var to = workspace.resolve("result.csv");
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
