package io.databourse.protection.anonymise;

import io.databourse.protection.table.CsvReader;
import io.databourse.protection.table.CsvWriter;
import io.databourse.protection.table.Policy;
import io.databourse.protection.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Writes a k-anonymous copy of a table: rows of a class have the same ranges instead of their
/// quasi-identifiers.
public final class Anonymisation {
    /// Rounding of the sums of shares must not refuse t = 0.
    private static final double ROUNDING = 1e-9;

    private final AnonymisePolicy policy;

    public Anonymisation(AnonymisePolicy policy) throws TableException {
        policy.check();
        this.policy = policy;
    }

    /// Refuses a table of which no copy keeps to the policy; then there is no file.
    public AnonymityReport write(Path from, Path to) throws IOException {
        CodedTable table = CodedTable.read(from, policy);
        List<Spread> spreads =
                table.sensitive().stream().map(c -> new Spread(c, table.rows())).toList();
        Mondrian mondrian = new Mondrian(table.quasi(), rows -> isAllowed(rows, spreads));
        List<Rows> classes = mondrian.classes(table.rows());
        if (!isAllowed(classes.getFirst(), spreads)) {
            throw new TableException(
                    "a sensitive column has fewer than l values in the whole table");
        }
        write(from, to, table, classes);
        return report(table, classes, spreads);
    }

    private boolean isAllowed(Rows rows, List<Spread> spreads) {
        Double t = policy.t();
        return rows.size() >= policy.k()
                && spreads.stream().allMatch(s -> s.distinct(rows) >= policy.l())
                && (t == null || spreads.stream().allMatch(s -> s.distance(rows) <= t + ROUNDING));
    }

    private void write(Path from, Path to, CodedTable table, List<Rows> classes)
            throws IOException {
        List<List<String>> ranges = classes.stream().map(c -> ranges(c, table.quasi())).toList();
        int[] classOf = new int[table.rows()];
        for (int c = 0; c < classes.size(); c++) {
            Rows rows = classes.get(c);
            for (int i = rows.from(); i < rows.to(); i++) {
                classOf[rows.order()[i]] = c;
            }
        }
        List<String> quasi = List.copyOf(policy.quasiIdentifiers().keySet());
        try (CsvReader in = CsvReader.open(from)) {
            List<String> columns =
                    in.columns().stream().filter(c -> !policy.drop().contains(c)).toList();
            int[] places = Policy.places(in.columns(), columns);
            try (CsvWriter out = new CsvWriter(to, columns)) {
                int row = 0;
                for (Optional<List<String>> next = in.next(); next.isPresent(); next = in.next()) {
                    if (table.suppressed().get((int) in.row() - 1)) {
                        continue;
                    }
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < places.length; i++) {
                        int q = quasi.indexOf(columns.get(i));
                        cells.add(
                                q < 0
                                        ? next.get().get(places[i])
                                        : ranges.get(classOf[row]).get(q));
                    }
                    out.write(cells);
                    row++;
                }
                out.keep();
            }
        }
    }

    private static List<String> ranges(Rows rows, List<CodedColumn> columns) {
        List<String> ranges = new ArrayList<>();
        for (CodedColumn column : columns) {
            int least = Integer.MAX_VALUE;
            int most = 0;
            for (int i = rows.from(); i < rows.to(); i++) {
                least = Math.min(least, column.code(rows.order()[i]));
                most = Math.max(most, column.code(rows.order()[i]));
            }
            ranges.add(
                    least == most
                            ? column.value(least)
                            : column.value(least) + ".." + column.value(most));
        }
        return ranges;
    }

    private AnonymityReport report(CodedTable table, List<Rows> classes, List<Spread> spreads) {
        int k = classes.stream().mapToInt(Rows::size).min().orElseThrow();
        Map<String, Integer> l = new TreeMap<>();
        Map<String, Double> t = new TreeMap<>();
        List<String> names = List.copyOf(policy.sensitive().keySet());
        for (int i = 0; i < spreads.size(); i++) {
            Spread spread = spreads.get(i);
            l.put(names.get(i), classes.stream().mapToInt(spread::distinct).min().orElseThrow());
            t.put(names.get(i), classes.stream().mapToDouble(spread::distance).max().orElseThrow());
        }
        return new AnonymityReport(
                table.rows(),
                table.suppressed().cardinality(),
                classes.size(),
                k,
                l,
                t,
                1.0 / k,
                1.0 / k,
                (double) classes.size() / table.rows());
    }
}
