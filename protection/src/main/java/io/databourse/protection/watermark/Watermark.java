package io.databourse.protection.watermark;

import io.databourse.protection.table.CsvReader;
import io.databourse.protection.table.CsvWriter;
import io.databourse.protection.table.HashSet64;
import io.databourse.protection.table.Policy;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Writes one recipient's copy of a table, in constant memory.
public final class Watermark {
    /// With fewer, a third of the copy would not name one of a thousand recipients at a chance of
    /// one in a million: that takes 30 marks, all of which fit.
    private static final int LEAST_MARKS = 100;

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
        Marks marks = new Marks(key, policy);
        Marks.Recipient bits = new Marks.Recipient(key, recipient);
        try (CsvReader in = CsvReader.open(from);
                CsvWriter out = new CsvWriter(to, in.columns())) {
            TreeMap<String, WatermarkPolicy.Column> columns = policy.sorted();
            int[] places = Policy.places(in.columns(), List.copyOf(columns.keySet()));
            List<Parity> parities = columns.values().stream().map(Parity::new).toList();
            int[] named = Policy.places(in.columns(), policy.key());
            // A row that is repeated is one mark to who traces.
            HashSet64 distinct = new HashSet64();
            long marked = 0;
            long changed = 0;
            for (Optional<List<String>> row = in.next(); row.isPresent(); row = in.next()) {
                List<String> cells = row.get();
                Marks.Mark mark = marks.of(cells, named);
                if (mark.chosen()) {
                    int place = mark.place(places.length);
                    String before = cells.get(places[place]);
                    boolean bit = bits.bit(Marks.name(cells, named));
                    Optional<String> after = parities.get(place).write(before, bit, mark.up());
                    if (after.isPresent()) {
                        marked++;
                        if (distinct.size() < LEAST_MARKS) {
                            distinct.add(mark.id());
                        }
                        changed += after.get().equals(before) ? 0 : 1;
                        cells = new ArrayList<>(cells);
                        cells.set(places[place], after.get());
                    }
                }
                out.write(cells);
            }
            if (distinct.size() < LEAST_MARKS) {
                throw new TableException(
                        "only %d rows can carry a mark and %d are needed, so this table gets no watermark"
                                .formatted(distinct.size(), LEAST_MARKS));
            }
            out.keep();
            return new Written(in.row(), marked, changed);
        }
    }
}
