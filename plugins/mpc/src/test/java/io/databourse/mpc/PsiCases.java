package io.databourse.mpc;

import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.MemoryDataset;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Jobs to try `mpc/psi` and `mpc/psi-distributed` on: a bank, an airline, and for the former the
/// exchange's compute node.
final class PsiCases {
    private static final Schema.Column MOBILE =
            new Schema.Column("mobile", Schema.Type.STRING, true);

    private PsiCases() {}

    /// Two owners of mobile numbers of which two thirds of the bank's are the airline's too.
    static TckCase mobiles() {
        return job(bank(mobiles(0, 60)), airline(mobiles(20, 90)));
    }

    static TckCase job(MemoryDataset bank, MemoryDataset airline) {
        return new TckCase(
                "psi",
                Parameters.none(),
                List.of(
                        TckCase.Player.with(new Party("p1", "DATA", true), bank),
                        TckCase.Player.with(new Party("p2", "DATA", false), airline),
                        TckCase.Player.without(new Party("p3", "COMPUTE", false))));
    }

    /// The same job without the compute node.
    static TckCase distributed(TckCase job) {
        return new TckCase(
                "psi-distributed",
                job.parameters(),
                job.players().stream().filter(player -> !player.inputs().isEmpty()).toList());
    }

    private static List<String> mobiles(int from, int to) {
        var all = new ArrayList<String>();
        for (int i = from; i < to; i++) {
            all.add("138" + (10_000_000 + (i * 7_654_321L) % 89_999_999));
        }
        return all;
    }

    static MemoryDataset bank(List<? extends @Nullable Object> keys) {
        return keyed(MOBILE, keys);
    }

    /// Rows of a key, a customer id, and a balance.
    static MemoryDataset keyed(Schema.Column key, List<? extends @Nullable Object> keys) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var value : keys) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add("CUSTOMER-%05d".formatted(rows.size()));
            row.add(value);
            row.add(rows.size() % 4 == 0 ? null : rows.size() + 1_000_000_000_000L);
            rows.add(row);
        }
        return new MemoryDataset(
                new Schema(
                        List.of(
                                new Schema.Column("customer_id", Schema.Type.STRING, false),
                                key,
                                new Schema.Column("balance", Schema.Type.INTEGER, true))),
                Map.of("join", List.of(key.name()), "result", List.of("customer_id", "balance")),
                rows);
    }

    static MemoryDataset airline(List<? extends @Nullable Object> keys) {
        return airline(MOBILE, keys);
    }

    static MemoryDataset airline(Schema.Column key, List<? extends @Nullable Object> keys) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var value : keys) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(value);
            rows.add(row);
        }
        return new MemoryDataset(
                new Schema(List.of(key)), Map.of("join", List.of(key.name())), rows);
    }
}
