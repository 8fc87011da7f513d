package io.databourse.launcher.demo;

import io.databourse.launcher.part.DemoNode;
import java.util.List;
import java.util.Map;

/// What a demo's provider offers, and the bank buys.
///
/// @param source the name of the data set at the provider's node
/// @param sheet the specification sheet of the product
/// @param terms what may be done with the data at most
/// @param price of ten runs, in yuan
/// @param search what the bank looks for in the catalogue
/// @param promise what the terms come to, in words
record Scenario(
        Organisation provider,
        DemoNode node,
        String source,
        Map<String, Object> sheet,
        Map<String, Object> terms,
        String price,
        String search,
        String promise) {
    static final Organisation BANK =
            new Organisation("bank", "bank-node", "Qiantang Bank", "91330106MA2BNK051P", "TRADER");

    Scenario {
        sheet = Map.copyOf(sheet);
        terms = Map.copyOf(terms);
    }

    /// @param user who acts for it, @param nodeUser who runs its node
    record Organisation(
            String user, String nodeUser, String name, String creditCode, String type) {}

    String product() {
        return String.valueOf(sheet.get("name"));
    }

    static Map<String, Object> field(
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
