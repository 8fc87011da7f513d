package io.databourse.launcher.demo;

import io.databourse.launcher.part.DemoNode;
import java.util.List;
import java.util.Map;

/// An airline lets a bank find those of the bank's customers who fly often in a high tier.
final class FlyerScenario {
    static final String TASK = "mpc/psi";
    static final String PURPOSE = "marketing";
    static final String OWN_SOURCE = "customers";

    static final Scenario SCENARIO =
            new Scenario(
                    new Scenario.Organisation(
                            "airline",
                            "airline-node",
                            "Huadong Airlines",
                            "91310115MA1AHXY071",
                            "TRADER"),
                    DemoNode.AIRLINE,
                    "members",
                    sheet(),
                    Map.ofEntries(
                            Map.entry("tasks", List.of(TASK, "mpc/psi-distributed")),
                            Map.entry("purposes", List.of(PURPOSE)),
                            Map.entry("joinColumns", List.of("mobile")),
                            Map.entry("filterColumns", List.of("tier", "flights_12m")),
                            Map.entry("resultColumns", List.of()),
                            Map.entry("minimumResultSize", 20)),
                    "5000.00",
                    "frequent",
                    "intersection by a neutral node or between the two, for marketing; no column of"
                            + " the airline reaches the bank, and no result of fewer than 20");

    private FlyerScenario() {}

    private static Map<String, Object> sheet() {
        return Map.ofEntries(
                Map.entry("name", "Frequent flyers by tier and activity"),
                Map.entry(
                        "overview",
                        "Members of the frequent flyer programme with tier and number of flights in"
                                + " the last twelve months. Used by computation only; no row leaves the"
                                + " airline's node."),
                Map.entry("sector", "Transport"),
                Map.entry("keywords", List.of("airline", "frequent flyer", "航空", "会员")),
                Map.entry("region", "310000"),
                Map.entry("timeSpan", "2025-11/2026-10"),
                Map.entry("updateFrequency", "monthly"),
                Map.entry("sourceKind", "SELF_GENERATED"),
                Map.entry("rights", List.of("HOLD", "USE", "OPERATE")),
                Map.entry("grade", "GENERAL"),
                Map.entry("personalInformation", true),
                Map.entry("fields", fields()),
                Map.entry("restrictions", "Marketing with the members' consent only."));
    }

    private static List<Map<String, Object>> fields() {
        return List.of(
                Scenario.field("member_id", "STRING", "Number of the member", true),
                Scenario.field("mobile", "STRING", "Mobile number, for matching only", true),
                Scenario.field("tier", "STRING", "BASE, SILVER, GOLD or PLATINUM", false),
                Scenario.field(
                        "flights_12m", "INTEGER", "Flights in the last twelve months", false));
    }
}
