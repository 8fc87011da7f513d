package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.it.Client.Answer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The airline's other product: what is made of its members' flights without saying whose they are,
/// or saying it for matching people alone.
final class TripsOffer {
    private static final Client AIRLINE = Client.as("airline");
    private static final List<String> TASKS =
            List.of(
                    "mpc/psi-join",
                    "mpc/psi-join-distributed",
                    "mpc/psi-cardinality",
                    "mpc/psi-cardinality-distributed",
                    "mpc/psi-ecdh",
                    "mpc/psi-sum",
                    "mpc/psi-sum-distributed",
                    "mpc/psi-verified");

    private TripsOffer() {}

    /// The bank's contract about it, in force.
    static String sell() throws IOException, InterruptedException {
        Answer listed = list(register("Flights of members"), TASKS, List.of("tier", "flights_12m"));
        return Deal.contract(quote(listed), "5000.00");
    }

    /// The bank's contract about intersections alone, of which the airline has its own rows too.
    static String sellToBoth() throws IOException, InterruptedException {
        Answer listed =
                list(
                        register("Members in common"),
                        List.of("mpc/psi", "mpc/psi-distributed"),
                        Map.of("providerColumns", List.of("member_id", "tier")));
        return Deal.contract(quote(listed), "5000.00", Map.of("providerReceives", true));
    }

    private static Map<String, Object> quote(Answer listed) {
        assertThat(listed.status()).as(listed.body().toString()).isEqualTo(201);
        return Map.of("listingId", listed.text("/id"), "planId", listed.text("/plans/0/id"));
    }

    private static String profile() throws IOException, InterruptedException {
        String profile =
                AIRLINE.post(
                                "/profiles",
                                Map.of("nodeId", Deal.node("PROVIDER"), "source", "trips"))
                        .text("/id");
        JsonNode made =
                AIRLINE.await(
                        "/profiles/" + profile,
                        seen -> !seen.path("state").asText().equals("REQUESTED"));
        assertThat(made.path("state").asText()).as(made.toString()).isEqualTo("DONE");
        return profile;
    }

    static String register(String name) throws IOException, InterruptedException {
        Answer submitted =
                AIRLINE.post("/products", Map.of("profileId", profile(), "sheet", sheet(name)));
        assertThat(submitted.status()).as(submitted.body().toString()).isEqualTo(201);
        String product = submitted.text("/id");
        Client reviewer = Client.as("reviewer");
        reviewer.post("/products/" + product + "/review", Map.of());
        reviewer.post(
                "/products/" + product + "/decision",
                Map.of(
                        "approve", true,
                        "reason", "Sheet and profile agree",
                        "noticeWaiver", "A test: nobody reads a public notice here"));
        return product;
    }

    /// Ten runs for 5000.00.
    static Answer list(String product, List<String> tasks, List<String> resultColumns)
            throws IOException, InterruptedException {
        return list(product, tasks, Map.of("resultColumns", resultColumns));
    }

    /// @param columns of results, by the terms' names for them
    static Answer list(String product, List<String> tasks, Map<String, List<String>> columns)
            throws IOException, InterruptedException {
        Map<String, Object> terms =
                new HashMap<>(
                        Map.of(
                                "tasks", tasks,
                                "purposes", List.of("marketing"),
                                "joinColumns", List.of("mobile"),
                                "filterColumns", List.of("tier", "flights_12m"),
                                "resultColumns", List.of(),
                                "minimumResultSize", 20,
                                "offeredUntil", Deal.inDays(200)));
        terms.putAll(columns);
        Map<String, Object> plan =
                Map.of(
                        "name",
                        "Pack of 10 runs",
                        "units",
                        10,
                        "price",
                        Deal.cny("5000.00"),
                        "validityDays",
                        90);
        return AIRLINE.post(
                "/listings", Map.of("productId", product, "plans", List.of(plan), "terms", terms));
    }

    private static Map<String, Object> sheet(String name) {
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("overview", "Tier and flights of members, for counts, sums and joins."),
                Map.entry("sector", "Transport"),
                Map.entry("keywords", List.of("airline", "trips")),
                Map.entry("region", "310000"),
                Map.entry("timeSpan", "2025-11/2026-10"),
                Map.entry("updateFrequency", "monthly"),
                Map.entry("sourceKind", "SELF_GENERATED"),
                Map.entry("rights", List.of("HOLD", "USE", "OPERATE")),
                Map.entry("grade", "GENERAL"),
                Map.entry("personalInformation", true),
                Map.entry(
                        "fields",
                        List.of(
                                field("member_id", "STRING", true),
                                field("mobile", "STRING", true),
                                field("tier", "STRING", false),
                                field("flights_12m", "INTEGER", false))),
                Map.entry("restrictions", "Marketing with the members' consent only."));
    }

    private static Map<String, Object> field(String name, String type, boolean sensitive) {
        return Map.of("name", name, "type", type, "description", name, "sensitive", sensitive);
    }
}
