package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.launcher.part.DemoNode;
import java.util.List;
import java.util.Map;

/// What the parties of the second demo agree on: an oil company sells questions and scripts beside
/// the daily figures of its stations.
final class OilScenario {
    static final String PURPOSE = "research";
    static final String QUERY = "sandbox/query";
    static final String SCRIPT = "sandbox/script";
    static final String ALGORITHM = "demand";
    static final String VERSION = "1.0.0";

    /// Fewer stations than an answer must stand for.
    static final String PLANTED = "PORT";

    static final List<String> COLUMNS =
            List.of(
                    "station_id",
                    "province",
                    "area",
                    "week",
                    "day",
                    "holiday",
                    "weather",
                    "promotion",
                    "price_move",
                    "price_fen",
                    "temperature",
                    "traffic",
                    "litres",
                    "litres_private",
                    "litres_taxi",
                    "litres_freight");

    /// The seven questions of the trade, by what expected.json calls them.
    static final List<Topic> TOPICS =
            List.of(
                    topic("1-pricing", "week", "", "litres", "price_fen"),
                    topic("2-promotion", "promotion", "", "litres"),
                    topic(
                            "3-holidays",
                            "holiday",
                            "WHERE promotion = 'DISCOUNT'",
                            "litres",
                            "traffic"),
                    topic("4-places", "area", "", "litres", "traffic"),
                    topic(
                            "5-groups",
                            "area",
                            "",
                            "litres_private",
                            "litres_taxi",
                            "litres_freight"),
                    topic("6-trend", "day", "", "litres"),
                    topic("7-mood", "price_move", "", "litres"));

    private OilScenario() {}

    /// @param by the column of the groups
    record Topic(String name, String sql, String by, List<String> measures) {}

    private static Topic topic(String name, String by, String where, String... measures) {
        StringBuilder sql =
                new StringBuilder(
                        "SELECT %s, count(DISTINCT station_id) AS stations".formatted(by));
        for (String measure : measures) {
            sql.append(", sum(%s) AS %s_sum".formatted(measure, measure));
        }
        sql.append(" FROM data ").append(where);
        sql.append(" GROUP BY %s ORDER BY %s".formatted(by, by));
        return new Topic(name, sql.toString(), by, List.of(measures));
    }

    /// The rules of the room are a file of the sample.
    static Scenario of(OilFiles files) {
        JsonNode room = files.json("room.json");
        return new Scenario(
                new Scenario.Organisation(
                        "oil", "oil-node", "Donghai Petroleum", "91310115MA1HXLK5XR", "TRADER"),
                DemoNode.OIL,
                "stations",
                sheet(),
                Map.ofEntries(
                        Map.entry("tasks", List.of(QUERY, SCRIPT)),
                        Map.entry("purposes", List.of(PURPOSE)),
                        Map.entry("joinColumns", List.of()),
                        Map.entry("filterColumns", List.of("promotion", "holiday", "area", "week")),
                        Map.entry("resultColumns", COLUMNS),
                        Map.entry("minimumResultSize", 1),
                        Map.entry("room", room),
                        Map.entry(
                                "samples",
                                Map.of(
                                        "station_id", List.of("S0***"),
                                        "area", List.of("DOWNTOWN", "HIGHWAY", "RURAL"),
                                        "promotion", List.of("NONE", "DISCOUNT", "CARD")))),
                "8000.00",
                "petrol",
                "no figure over fewer than %d stations leaves, no script's output without two"
                                .formatted(room.path("minimumEntities").asInt())
                        + " reviewers");
    }

    private static Map<String, Object> sheet() {
        return Map.ofEntries(
                Map.entry("name", "Petrol stations by day"),
                Map.entry(
                        "overview",
                        "What petrol stations sell each day, with price, promotion, weather, holidays"
                                + " and traffic. Questions and approved scripts run in a closed room at"
                                + " the company's node; only figures over ten stations or more leave."),
                Map.entry("sector", "Energy"),
                Map.entry("keywords", List.of("petrol", "fuel", "成品油", "加油站")),
                Map.entry("region", "310000"),
                Map.entry("timeSpan", "2026-09/2026-10"),
                Map.entry("updateFrequency", "monthly"),
                Map.entry("sourceKind", "SELF_GENERATED"),
                Map.entry("rights", List.of("HOLD", "USE", "OPERATE")),
                Map.entry("grade", "GENERAL"),
                Map.entry("personalInformation", false),
                Map.entry("fields", COLUMNS.stream().map(OilScenario::field).toList()),
                Map.entry("restrictions", "Research; results only, and never of one station."));
    }

    private static Map<String, Object> field(String name) {
        String type =
                switch (name) {
                    case "day" -> "DATE";
                    case "station_id",
                            "province",
                            "area",
                            "holiday",
                            "weather",
                            "promotion",
                            "price_move" ->
                            "STRING";
                    default -> "INTEGER";
                };
        return Scenario.field(name, type, name.replace('_', ' '), name.equals("station_id"));
    }
}
