package io.databourse.mpc;

import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.MemoryDataset;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Jobs in which the airline has more than keys: a text, a number and a fraction.
public final class RichCases {
    private RichCases() {}

    /// The parties and keys of another job, and result columns of the airline.
    public static TckCase of(String task, TckCase psi, String... results) {
        return PsiCases.of(task, psi).withData("p2", keys -> withColumns(keys, List.of(results)));
    }

    private static MemoryDataset withColumns(MemoryDataset keys, List<String> results) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var key : keys.rows()) {
            int row = rows.size();
            List<@Nullable Object> all = new ArrayList<>(key);
            all.add("PASSENGER-%05d".formatted(row) + (row % 5 == 0 ? "金卡😀" : ""));
            all.add(row % 3 == 0 ? null : (row % 4 == 0 ? -1 : 1) * (7_000_000_000L + row));
            all.add(row % 7 == 0 ? null : row / 8.0 - 100);
            rows.add(all);
        }
        var columns = new ArrayList<>(keys.schema().columns());
        columns.add(new Schema.Column("customer_id", Schema.Type.STRING, true));
        columns.add(new Schema.Column("miles", Schema.Type.INTEGER, true));
        columns.add(new Schema.Column("score", Schema.Type.DECIMAL, true));
        return new MemoryDataset(
                new Schema(columns), Map.of("join", List.of("mobile"), "result", results), rows);
    }
}
