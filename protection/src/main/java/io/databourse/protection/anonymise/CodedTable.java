package io.databourse.protection.anonymise;

import io.databourse.protection.table.CsvReader;
import io.databourse.protection.table.Policy;
import io.databourse.protection.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// The quasi-identifiers and sensitive columns of a table in memory: 4 bytes a cell and each value
/// once.
///
/// @param suppressed rows of the file without a place in any class, because a cell is missing or is
///   not of its scale; they are not among `rows`
record CodedTable(
        List<CodedColumn> quasi, List<CodedColumn> sensitive, int rows, BitSet suppressed) {

    static CodedTable read(Path file, AnonymisePolicy policy) throws IOException {
        try (CsvReader in = CsvReader.open(file)) {
            List<String> quasiNames = List.copyOf(policy.quasiIdentifiers().keySet());
            List<String> sensitiveNames = List.copyOf(policy.sensitive().keySet());
            Policy.complete(
                    in.columns(),
                    List.of(quasiNames, sensitiveNames, policy.keep(), policy.drop()));
            List<CodedColumn> all = new ArrayList<>();
            policy.quasiIdentifiers().values().forEach(s -> all.add(new CodedColumn(s)));
            policy.sensitive().values().forEach(s -> all.add(new CodedColumn(s)));
            List<String> names = new ArrayList<>(quasiNames);
            names.addAll(sensitiveNames);
            int[] places = Policy.places(in.columns(), names);
            BitSet suppressed = new BitSet();
            for (Optional<List<String>> row = in.next(); row.isPresent(); row = in.next()) {
                if (!add(row.get(), places, all)) {
                    suppressed.set(Math.toIntExact(in.row() - 1));
                }
            }
            all.forEach(CodedColumn::sort);
            int rows = Math.toIntExact(in.row()) - suppressed.cardinality();
            if (rows < policy.k()) {
                throw new TableException("the table has fewer usable rows than k");
            }
            return new CodedTable(
                    List.copyOf(all.subList(0, quasiNames.size())),
                    List.copyOf(all.subList(quasiNames.size(), all.size())),
                    rows,
                    suppressed);
        }
    }

    private static boolean add(List<String> cells, int[] places, List<CodedColumn> columns) {
        for (int i = 0; i < places.length; i++) {
            if (!columns.get(i).takes(cells.get(places[i]))) {
                return false;
            }
        }
        for (int i = 0; i < places.length; i++) {
            columns.get(i).add(cells.get(places[i]));
        }
        return true;
    }
}
