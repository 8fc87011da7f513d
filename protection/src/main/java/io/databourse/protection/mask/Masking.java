package io.databourse.protection.mask;

import io.databourse.protection.table.CsvReader;
import io.databourse.protection.table.CsvWriter;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Writes masked copies of tables that belong together. Rows stream; in memory are fingerprints of
/// the identifiers alone.
public final class Masking {
    private final MaskPolicy policy;
    private final ProtectionKey key;
    private final Originals originals = new Originals();
    private final Map<String, DigitMask> moved = new HashMap<>();

    public Masking(MaskPolicy policy, ProtectionKey key) throws TableException {
        policy.check();
        this.policy = policy;
        this.key = key;
    }

    /// @param left values by column that the method could not take, and that the copy leaves out
    public record Written(long rows, Map<String, Long> left) {}

    /// First notes the identifiers of all tables, so that no masked value of one is an original of
    /// another; then writes each copy and looks for identifiers in it. A copy in which one occurs
    /// is not kept.
    ///
    /// @param copies from table to copy
    public List<Written> write(Map<Path, Path> copies) throws IOException {
        for (Path table : copies.keySet()) {
            note(table);
        }
        List<Written> written = new ArrayList<>();
        for (Map.Entry<Path, Path> copy : copies.entrySet()) {
            written.add(write(copy.getKey(), copy.getValue()));
        }
        return written;
    }

    private void note(Path table) throws IOException {
        try (CsvReader in = CsvReader.open(table)) {
            int[] places =
                    policy.identifiers().stream()
                            .mapToInt(in.columns()::indexOf)
                            .filter(place -> place >= 0)
                            .toArray();
            for (Optional<List<String>> row = in.next(); row.isPresent(); row = in.next()) {
                for (int place : places) {
                    originals.add(row.get().get(place));
                }
            }
        }
    }

    private Written write(Path from, Path to) throws IOException {
        try (CsvReader in = CsvReader.open(from);
                CsvWriter out = new CsvWriter(to, in.columns())) {
            CellMasks masks = new CellMasks(policy, key, originals, moved, in.columns());
            List<CellMask> byPlace = new ArrayList<>();
            for (String column : in.columns()) {
                byPlace.add(masks.of(column));
            }
            Map<String, Long> left = new TreeMap<>();
            for (Optional<List<String>> row = in.next(); row.isPresent(); row = in.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < byPlace.size(); i++) {
                    String value = row.get().get(i);
                    Optional<String> masked =
                            value.isEmpty()
                                    ? Optional.of("")
                                    : byPlace.get(i).mask(value, row.get());
                    if (masked.isEmpty()) {
                        left.merge(in.columns().get(i), 1L, Long::sum);
                    }
                    cells.add(masked.orElse(""));
                }
                out.write(cells);
            }
            check(out.written());
            out.keep();
            return new Written(in.row(), left);
        }
    }

    /// Reads the copy itself, so that nothing on the way to it is trusted.
    private void check(Path copy) throws IOException {
        try (CsvReader in = CsvReader.open(copy)) {
            for (Optional<List<String>> row = in.next(); row.isPresent(); row = in.next()) {
                for (int i = 0; i < row.get().size(); i++) {
                    if (originals.occurIn(row.get().get(i))) {
                        throw new TableException(
                                "an original identifier occurs in row %d of column %s; mask or suppress that column"
                                        .formatted(in.row(), in.columns().get(i)));
                    }
                }
            }
        }
    }
}
