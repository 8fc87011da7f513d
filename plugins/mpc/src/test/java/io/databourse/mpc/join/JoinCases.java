package io.databourse.mpc.join;

import io.databourse.mpc.PsiCases;
import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.MemoryDataset;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Jobs to try the tasks that join on.
final class JoinCases {
    private JoinCases() {}

    static TckCase job(List<String> bank, List<String> airline) {
        return of(PsiCases.job(PsiCases.bank(bank), PsiCases.airline(airline)));
    }

    /// The same keys, and more columns at the airline.
    static TckCase of(TckCase psi) {
        return PsiCases.of("psi-join", psi).withData("p2", JoinCases::withColumns);
    }

    private static MemoryDataset withColumns(MemoryDataset keys) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var key : keys.rows()) {
            int row = rows.size();
            List<@Nullable Object> all = new ArrayList<>(key);
            all.add("PASSENGER-%05d".formatted(row) + (row % 5 == 0 ? "金卡😀" : ""));
            all.add(row % 3 == 0 ? null : 7_000_000_000L + row);
            all.add(row % 7 == 0 ? null : row / 8.0);
            rows.add(all);
        }
        var columns = new ArrayList<>(keys.schema().columns());
        columns.add(new Schema.Column("customer_id", Schema.Type.STRING, true));
        columns.add(new Schema.Column("miles", Schema.Type.INTEGER, true));
        columns.add(new Schema.Column("score", Schema.Type.DECIMAL, true));
        return new MemoryDataset(
                new Schema(columns),
                Map.of(
                        "join",
                        List.of("mobile"),
                        "result",
                        List.of("score", "customer_id", "miles")),
                rows);
    }
}
