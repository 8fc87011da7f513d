package io.databourse.sandbox;

import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.MemoryDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Fuel sales of stations in provinces; one province has too few stations to be shown.
final class Sales {
    static final String RULES =
            """
            {"entityKey":"station_id",
             "columns":{"station_id":{"role":"ENTITY"},
                        "province":{"role":"DIMENSION"},
                        "litres":{"role":"MEASURE","aggregates":["count","sum","avg"]}},
             "minimumEntities":5,"maximumRows":100,"maximumBytes":100000,"reviewers":1,
             "languages":["python"],"modes":["QUERY","SCRIPT"],
             "autoRelease":{"rows":10,"bytes":10000}}\
            """;

    private static final List<String> PROVINCES = List.of("Hebei", "Hunan", "Gansu");

    private Sales() {}

    static MemoryDataset data() {
        var random = new SplittableRandom(4);
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int row = 0; row < 400; row++) {
            int station = random.nextInt(40);
            rows.add(
                    List.of(
                            "station-%05d".formatted(station),
                            PROVINCES.get(station % 2),
                            (long) random.nextInt(1, 900)));
        }
        // A small cell: three stations in a province of their own.
        for (int station = 40; station < 43; station++) {
            rows.add(List.of("station-%05d".formatted(station), PROVINCES.get(2), 77L));
        }
        return new MemoryDataset(
                new Schema(
                        List.of(
                                new Schema.Column("station_id", Schema.Type.STRING, false),
                                new Schema.Column("province", Schema.Type.STRING, true),
                                new Schema.Column("litres", Schema.Type.INTEGER, true))),
                Map.of("result", List.of("station_id", "province", "litres")),
                rows);
    }
}
