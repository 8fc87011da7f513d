package io.databourse.sandbox.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Distinct entities of one table, of which each row and each sum of it needs `k`.
///
/// Counting them for each group costs about 13 times the plain query. Only whether they are enough
/// matters: each row sets one of 64 bits, chosen by a hash of its entity, and `k` bits set prove
/// `k` entities, whatever the hash. The groups for which that proves nothing, the small ones, are
/// counted exactly in a second step that reads nothing if there are none. Dominance needs each
/// entity's share, so there the rows are grouped by entity first.
final class EnoughEntities implements Enough {
    private static final int MOST_PROVABLE = 100;
    private static final int MOST_IN_64_BITS = 48;

    private final Query query;
    private final int table;
    private final GroupNames groups;
    private final Thresholds thresholds;
    private final int measured;

    EnoughEntities(Query query, int table) {
        this.query = query;
        this.table = table;
        this.groups = GroupNames.of(query);
        this.thresholds = query.thresholds();
        this.measured = query.measured().size();
    }

    private boolean isProvable() {
        return thresholds.dominance().isEmpty() && thresholds.minimumEntities() <= MOST_PROVABLE;
    }

    @Override
    public List<String> columns() {
        return isProvable() ? List.of(mark()) : List.of();
    }

    @Override
    public List<String> steps() {
        if (!isProvable()) {
            return List.of("\"z%d\" AS MATERIALIZED (%s)".formatted(table, weighed()));
        }
        return List.of(
                "\"u%d\" AS MATERIALIZED (SELECT %s FROM \"a\" WHERE NOT %s)"
                        .formatted(table, groups.orOne(), proven()),
                "\"z%d\" AS MATERIALIZED (%s)".formatted(table, counted()));
    }

    @Override
    public List<String> conditions() {
        String exact =
                "EXISTS (SELECT 1 FROM \"z%d\" WHERE %s)"
                        .formatted(table, groups.same("z" + table, "a"));
        return List.of(isProvable() ? "(" + proven() + " OR " + exact + ")" : exact);
    }

    private String mark() {
        String bits = thresholds.minimumEntities() <= MOST_IN_64_BITS ? "UBIGINT" : "UHUGEINT";
        int last = thresholds.minimumEntities() <= MOST_IN_64_BITS ? 63 : 127;
        String all =
                IntStream.range(0, measured)
                        .mapToObj(m -> " AND \"m" + m + "\" IS NOT NULL")
                        .collect(Collectors.joining());
        return "bit_or(CASE WHEN \"e%d\" IS NOT NULL%s THEN CAST(1 AS %s) << CAST(hash(\"e%d\") & %d AS %s) END) AS \"b%d\""
                .formatted(table, all, bits, table, last, bits, table);
    }

    private String proven() {
        return "coalesce(bit_count(\"b%d\") >= %d, FALSE)"
                .formatted(table, thresholds.minimumEntities());
    }

    /// The groups of `u` that have enough entities after all.
    private String counted() {
        String key = "\"e" + table + '"';
        int k = thresholds.minimumEntities();
        var enough = new ArrayList<String>();
        enough.add("count(DISTINCT %s) >= %d".formatted(key, k));
        for (int m = 0; m < measured; m++) {
            enough.add(
                    "count(DISTINCT CASE WHEN \"m%d\" IS NOT NULL THEN %s END) >= %d"
                            .formatted(m, key, k));
        }
        return "SELECT %s FROM \"r\" WHERE EXISTS (SELECT 1 FROM \"u%d\" WHERE %s)%s HAVING %s"
                .formatted(
                        groups.orOne(),
                        table,
                        groups.same("u" + table, "r"),
                        groups.groupBy(),
                        String.join(" AND ", enough));
    }

    /// The groups that have enough entities, none of which outweighs the others.
    private String weighed() {
        String key = "\"e" + table + '"';
        int k = thresholds.minimumEntities();
        var sums = new ArrayList<>(groups.all());
        sums.add(key);
        sums.add("count(*) AS \"n\"");
        var enough = new ArrayList<String>();
        enough.add("count(%s) >= %d".formatted(key, k));
        for (int m = 0; m < measured; m++) {
            sums.add("count(\"m%d\") AS \"c%d\"".formatted(m, m));
            enough.add("count(CASE WHEN \"c%d\" > 0 THEN %s END) >= %d".formatted(m, key, k));
        }
        for (int m : query.summed()) {
            sums.add("sum(\"m%d\") AS \"s%d\"".formatted(m, m));
        }
        for (String share : shares()) {
            for (Dominance rule : thresholds.dominance()) {
                enough.add(Enough.balanced(share, rule));
            }
        }
        return "SELECT %s FROM (SELECT %s FROM \"r\"%s)%s HAVING %s"
                .formatted(
                        groups.orOne(),
                        String.join(", ", sums),
                        groups.groupBy(key),
                        groups.groupBy(),
                        String.join(" AND ", enough));
    }

    /// What an entity's share is measured by, of each number that is a sum over rows.
    private List<String> shares() {
        var shares = new ArrayList<String>();
        shares.add("\"n\"");
        query.summed().forEach(m -> shares.add("\"s" + m + '"'));
        return shares;
    }
}
