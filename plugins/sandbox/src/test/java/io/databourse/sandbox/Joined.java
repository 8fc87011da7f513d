package io.databourse.sandbox;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.MemoryDataset;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A room with a second table, which questions join to the first: 28 stations at roads, 8 in
/// cities, 7 at harbours. Seven are enough for the first table's rules and not for the second's.
final class Joined {
    static final String TABLE = "stations";
    static final String SQL =
            "SELECT kind, count(*) AS n, sum(litres) AS total FROM data JOIN stations"
                    + " USING (station_id) GROUP BY kind ORDER BY kind";
    static final String ALONE =
            "SELECT kind, count(*) AS n FROM stations GROUP BY kind ORDER BY kind";
    static final String HIDDEN = SQL.replace("kind", "owner");

    private static final String TABLE_RULES =
            """
            {"product":"prd_1","entityKey":"station_id",
             "columns":{"station_id":{"role":"ENTITY"},"kind":{"role":"DIMENSION"}},
             "minimumEntities":8}\
            """;
    static final String RULES =
            Sales.RULES.replace(
                    "\"autoRelease\"",
                    "\"tables\":{\"stations\":" + TABLE_RULES + "},\"autoRelease\"");

    /// The owner's own, for the second table: a higher threshold.
    static final String OWNERS =
            TABLE_RULES
                    .replace("\"product\":\"prd_1\",", "")
                    .replace("8}", "9,\"autoRelease\":{\"rows\":9,\"bytes\":9000}}");

    private Joined() {}

    static TckCase with(Map<String, String> parameters) {
        return new TckCase(
                "query",
                new Parameters(parameters),
                List.of(
                        new TckCase.Player(
                                new Party("p1", "DATA", false),
                                Map.of(PartyContext.INPUT, Sales.data(), TABLE, stations())),
                        TckCase.Player.without(new Party("p2", "RESULT", true))));
    }

    static Expectation clearText(TckCase job) {
        var parameters = job.parameters().values();
        var done = new Outcome.Completed(1);
        if (parameters.containsValue(HIDDEN)) {
            return Expectation.refused(Outcome.Reason.INVALID_PARAMETERS);
        }
        if (parameters.containsKey("conditions")) {
            return Expectation.held(done, "p1", Set.of("result.csv"));
        }
        if (parameters.containsValue(ALONE)) {
            return new Expectation(
                    done, Map.of("p2", List.of(List.of("city", 8L), List.of("road", 28L))));
        }
        var kinds =
                parameters.containsKey("ownerRules/stations")
                        ? Stream.of("road")
                        : Stream.of("city", "road");
        return new Expectation(done, Map.of("p2", kinds.map(Joined::row).toList()));
    }

    private static String kind(int station) {
        return station < 28 ? "road" : station < 36 ? "city" : "harbour";
    }

    static MemoryDataset stations() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int station = 0; station < 43; station++) {
            rows.add(List.of("station-%05d".formatted(station), kind(station), "owner-" + station));
        }
        return new MemoryDataset(
                new Schema(
                        List.of(
                                new Schema.Column("station_id", Schema.Type.STRING, false),
                                new Schema.Column("kind", Schema.Type.STRING, true),
                                new Schema.Column("owner", Schema.Type.STRING, true))),
                Map.of("result", List.of("station_id", "kind")),
                rows);
    }

    /// What a plain loop makes of both tables.
    private static List<@Nullable Object> row(String kind) {
        long rows = 0;
        long litres = 0;
        for (var sale : Sales.data().rows()) {
            var station = Integer.parseInt(String.valueOf(sale.getFirst()).substring(8));
            if (kind(station).equals(kind)) {
                rows++;
                litres += (Long) sale.get(2);
            }
        }
        return List.of(kind, rows, litres);
    }
}
