package io.databourse.node.job;

import io.databourse.node.NodeFailure;
import io.databourse.node.child.ChildReport.Finding;
import io.databourse.node.contract.ContractDocument;
import io.databourse.node.contract.ReleasePolicy.WatermarkTerms;
import io.databourse.node.source.Extract;
import io.databourse.plugin.HeldOutput.Verdict;
import io.databourse.plugin.Outcome.Blame;
import io.databourse.plugin.Text;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.table.TableException;
import io.databourse.protection.watermark.RowMarker;
import io.databourse.protection.watermark.Watermark;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts the recipient's watermark, 数据水印, on what leaves row by row. Tables of a room get it before
/// they are held: so what reviewers see is what leaves, and its hash is that of the delivered
/// bytes. Where a task gives rows to the other party by itself, such as a private join, they have
/// it before the program gets them. The owner's key stays in this process; programs never see it.
final class RecipientMarks {
    private static final Logger LOG = System.getLogger(RecipientMarks.class.getName());
    private static final String TABLE = "text/csv";

    /// Whom copies were made for, a file for each source: what a trace is asked to compare with.
    private final Path folder;

    RecipientMarks(Path stateFolder) {
        folder = stateFolder.resolve("watermarks");
    }

    /// Marks what can be marked in the folder, tells the reviewers, and where the owner wants
    /// nothing else to leave takes the rest away, also out of `types`.
    ///
    /// @param source whose rows may be in the files, and whose owner's terms these are
    /// @param types the files by name
    /// @throws NodeFailure if nothing is left
    List<Finding> mark(
            ContractDocument contract,
            String source,
            WatermarkTerms terms,
            Map<String, String> types,
            Path files)
            throws IOException {
        var recipient = recipient(contract, source);
        var watermark = new Watermark(terms.policy(), ProtectionKey.read(terms.key()));
        var findings = new ArrayList<Finding>();
        for (var name : types.keySet().stream().sorted().toList()) {
            try {
                if (!TABLE.equals(types.get(name))) {
                    throw new TableException("it is no table");
                }
                findings.add(marked(name, watermark, files.resolve(name), recipient));
            } catch (TableException e) {
                findings.add(unmarked(name, String.valueOf(e.getMessage()), terms.only()));
                if (terms.only()) {
                    types.remove(name);
                    Files.delete(files.resolve(name));
                }
            }
        }
        if (types.isEmpty()) {
            throw untraceable("nothing in the output can carry the watermark");
        }
        return findings;
    }

    /// Marks the rows that a program is to get.
    ///
    /// @param extract text columns, in a chunk file
    /// @throws NodeFailure if they cannot be marked and the owner lets nothing else out
    void mark(ContractDocument contract, WatermarkTerms terms, Extract extract, Path file)
            throws IOException, InterruptedException {
        var key = ProtectionKey.read(terms.key());
        var columns = MarkedRows.names(extract.schema());
        var recipient = recipient(contract, contract.dataset().source());
        var copy = file.resolveSibling(file.getFileName() + ".marked");
        try {
            var marker = new RowMarker(terms.policy(), key, recipient, columns);
            new MarkedRows(extract.schema(), marker).write(file, copy);
            Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
            marker.checkEnough();
        } catch (TableException e) {
            if (terms.only()) {
                throw untraceable(String.valueOf(e.getMessage()));
            }
            LOG.log(Level.WARNING, "rows leave without a watermark: {0}", e.getMessage());
        }
    }

    private static NodeFailure untraceable(String why) {
        return new NodeFailure(
                "RESULT_NOT_TRACEABLE",
                Blame.CALLER,
                "the owner wants a watermark on all that leaves: " + why);
    }

    /// Remembered before any copy is made.
    private String recipient(ContractDocument contract, String source) throws IOException {
        var recipient = contract.consumer().orElse("").strip();
        if (!recipient.matches("[^\\p{Cntrl}]{1,200}")) {
            throw new NodeFailure(
                    "CONTRACT_INVALID", Blame.CALLER, "the contract names nobody to mark for");
        }
        remember(source, recipient);
        return recipient;
    }

    private static Finding marked(String name, Watermark watermark, Path file, String recipient)
            throws IOException {
        // No output's name is so long.
        var copy = file.resolveSibling("marked".repeat(12));
        Watermark.Written written;
        try {
            written = watermark.write(file, copy, recipient);
        } catch (CharacterCodingException _) {
            throw new TableException("it is not in UTF-8");
        }
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        return new Finding(
                Verdict.PASS,
                new Text(
                        "%s：%d 行中 %d 行带有接收方 %s 的水印，改动 %d 个值"
                                .formatted(
                                        name,
                                        written.rows(),
                                        written.marked(),
                                        recipient,
                                        written.changed()),
                        "%s: %d of %d rows carry the watermark of %s, %d values changed"
                                .formatted(
                                        name,
                                        written.marked(),
                                        written.rows(),
                                        recipient,
                                        written.changed())));
    }

    private static Finding unmarked(String name, String why, boolean leftOut) {
        return new Finding(
                Verdict.REVIEW,
                new Text(
                        name + (leftOut ? "：不能带水印，已去除（" : "：没有水印（") + why + "）",
                        name + (leftOut ? " was left out" : " carries no watermark") + ": " + why));
    }

    private synchronized void remember(String source, String recipient) throws IOException {
        Files.createDirectories(folder);
        var list = folder.resolve(source + ".txt");
        if (!Files.exists(list) || !Files.readAllLines(list).contains(recipient)) {
            Files.writeString(
                    list,
                    recipient + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        }
    }
}
