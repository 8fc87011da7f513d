package io.databourse.mpc;

import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.MemoryDataset;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Jobs to try `mpc/psi` and `mpc/psi-distributed` on: a bank, an airline, and for the former the
/// exchange's compute node.
public final class PsiCases {
    private static final Schema.Column MOBILE =
            new Schema.Column("mobile", Schema.Type.STRING, true);

    private PsiCases() {}

    /// Two owners of mobile numbers of which two thirds of the bank's are the airline's too.
    public static TckCase mobiles() {
        return job(bank(mobiles(0, 60)), airline(mobiles(20, 90)));
    }

    public static TckCase job(MemoryDataset bank, MemoryDataset airline) {
        return new TckCase(
                "psi",
                Parameters.none(),
                List.of(
                        TckCase.Player.with(new Party("p1", "DATA", true), bank),
                        TckCase.Player.with(new Party("p2", "DATA", false), airline),
                        TckCase.Player.without(new Party("p3", "COMPUTE", false))));
    }

    /// The same job without the compute node.
    public static TckCase distributed(TckCase job) {
        return new TckCase(
                "psi-distributed",
                job.parameters(),
                job.players().stream().filter(player -> !player.inputs().isEmpty()).toList());
    }

    /// Another task for the same parties and data.
    public static TckCase of(String task, TckCase job) {
        return new TckCase(task, job.parameters(), job.players());
    }

    /// The same data with columns for the join alone.
    public static MemoryDataset joinOnly(MemoryDataset data) {
        return new MemoryDataset(data.schema(), Map.of("join", data.columns("join")), data.rows());
    }

    /// So many keys at the bank and the airline, of which some are the same, in random order.
    public static Keys keys(int bank, int airline, int common) {
        var random = new Random(bank + 31L * airline);
        var mine = new ArrayList<String>();
        var theirs = new ArrayList<String>();
        for (int i = 0; i < bank; i++) {
            mine.add("1" + (1_000_000_000 + i));
        }
        for (int i = 0; i < airline; i++) {
            theirs.add(i < common ? mine.get(i) : "2" + (1_000_000_000 + i));
        }
        Collections.shuffle(mine, random);
        Collections.shuffle(theirs, random);
        return new Keys(mine, theirs);
    }

    /// Keys of both owners.
    public record Keys(List<String> bank, List<String> airline) {}

    private static List<String> mobiles(int from, int to) {
        var all = new ArrayList<String>();
        for (int i = from; i < to; i++) {
            all.add("138" + (10_000_000 + (i * 7_654_321L) % 89_999_999));
        }
        return all;
    }

    public static MemoryDataset bank(List<? extends @Nullable Object> keys) {
        return keyed(MOBILE, keys);
    }

    /// Rows of a key, a customer id, and a balance.
    public static MemoryDataset keyed(Schema.Column key, List<? extends @Nullable Object> keys) {
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

    public static MemoryDataset airline(List<? extends @Nullable Object> keys) {
        return airline(MOBILE, keys);
    }

    public static MemoryDataset airline(Schema.Column key, List<? extends @Nullable Object> keys) {
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
