package io.databourse.sandbox.sql;

import java.util.ArrayList;
import java.util.List;

/// Where each row is its own entity, rows are counted.
record EnoughRows(Query query) implements Enough {
    @Override
    public List<String> columns() {
        var columns = new ArrayList<String>();
        for (int m : query.summed()) {
            for (Dominance rule : query.thresholds().dominance()) {
                String balanced = Enough.balanced("\"m" + m + '"', rule);
                columns.add("%s AS \"dom%d\"".formatted(balanced, columns.size()));
            }
        }
        return columns;
    }

    @Override
    public List<String> steps() {
        return List.of();
    }

    @Override
    public List<String> conditions() {
        int k = query.thresholds().minimumEntities();
        var conditions = new ArrayList<String>();
        conditions.add("\"n\" >= " + k);
        for (int m = 0; m < query.measured().size(); m++) {
            conditions.add("\"c%d\" >= %d".formatted(m, k));
        }
        for (int d = 0; d < columns().size(); d++) {
            conditions.add("\"dom" + d + '"');
        }
        return conditions;
    }
}
