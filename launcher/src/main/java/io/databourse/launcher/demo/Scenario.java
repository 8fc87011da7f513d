package io.databourse.launcher.demo;

import java.util.List;
import java.util.Map;

/// What the demo's parties are called and what they agree on.
final class Scenario {

    static final String PRODUCT = "Frequent flyers by tier and activity";
    static final String SOURCE = "members";
    static final String OWN_SOURCE = "customers";
    static final String TASK = "mpc/psi";
    static final String PURPOSE = "marketing";
    static final int MINIMUM_RESULT = 20;

    static final Organisation AIRLINE =
            new Organisation(
                    "airline", "airline-node", "Huadong Airlines", "91310115MA1AHXY071", "TRADER");
    static final Organisation BANK =
            new Organisation("bank", "bank-node", "Qiantang Bank", "91330106MA2BNK051P", "TRADER");

    private Scenario() {}

    /// @param user who acts for it, @param nodeUser who runs its node
    record Organisation(
            String user, String nodeUser, String name, String creditCode, String type) {}

    /// The specification sheet of the airline's product.
    static Map<String, Object> sheet() {
        return Map.ofEntries(
                Map.entry("name", PRODUCT),
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
                field("member_id", "STRING", "Number of the member", true),
                field("mobile", "STRING", "Mobile number, for matching only", true),
                field("tier", "STRING", "BASE, SILVER, GOLD or PLATINUM", false),
                field("flights_12m", "INTEGER", "Flights in the last twelve months", false));
    }

    private static Map<String, Object> field(
            String name, String type, String description, boolean sensitive) {
        return Map.of(
                "name", name, "type", type, "description", description, "sensitive", sensitive);
    }

    static Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    static Map<String, Object> condition(String column, String operator, String... values) {
        return Map.of("column", column, "operator", operator, "values", List.of(values));
    }
}
