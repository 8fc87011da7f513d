package io.databourse.protection.watermark;

import io.databourse.protection.table.CsvReader;
import io.databourse.protection.table.CsvWriter;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Writes one recipient's copy of a table, in constant memory.
public final class Watermark {
    private final WatermarkPolicy policy;
    private final ProtectionKey key;

    public Watermark(WatermarkPolicy policy, ProtectionKey key) throws TableException {
        policy.check();
        this.policy = policy;
        this.key = key;
    }

    /// @param marked rows that carry a bit
    /// @param changed of them, those in which a value had to change
    public record Written(long rows, long marked, long changed) {}

    /// Refuses a table that is too small or has too few values that may change: then there is no
    /// file.
    public Written write(Path from, Path to, String recipient) throws IOException {
        try (CsvReader in = CsvReader.open(from);
                CsvWriter out = new CsvWriter(to, in.columns())) {
            RowMarker marker = new RowMarker(policy, key, recipient, in.columns());
            for (Optional<List<String>> row = in.next(); row.isPresent(); row = in.next()) {
                out.write(marker.mark(row.get()).orElse(row.get()));
            }
            marker.checkEnough();
            out.keep();
            return new Written(in.row(), marker.marked(), marker.changed());
        }
    }
}
