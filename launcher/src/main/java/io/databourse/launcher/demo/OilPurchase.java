package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.launcher.part.Fault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The bank's researchers buy, and see what they may work with.
final class OilPurchase {
    private final Api api;
    private final World world;

    OilPurchase(Api api, World world) {
        this.api = api;
        this.world = world;
    }

    String order() {
        api.as("bank").post("/wallet/top-ups", Map.of("amount", Scenario.money("8000.00")));
        JsonNode quote =
                api.as("bank")
                        .post(
                                "/quotes",
                                Map.of(
                                        "listingId",
                                        world.get("listing"),
                                        "planId",
                                        world.get("plan")));
        JsonNode order =
                api.as("bank").post("/orders", Map.of("quoteId", quote.path("id").asText()));
        world.put("order", order.path("id").asText());
        return "%d runs ordered for %s, which are reserved"
                .formatted(quote.path("units").asLong(), Purchase.money(quote.path("amount")));
    }

    String contract() {
        String id =
                api.as("bank")
                        .post(
                                "/contracts",
                                Map.of(
                                        "orderId",
                                        world.get("order"),
                                        "purposes",
                                        List.of(OilScenario.PURPOSE),
                                        "notAfter",
                                        Instant.now()
                                                .plus(120, ChronoUnit.DAYS)
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .toString(),
                                        "minimumResultSize",
                                        1,
                                        "consumerNode",
                                        world.get("node bank")))
                        .path("id")
                        .asText();
        world.put("contract", id);
        api.as("bank").post("/contracts/" + id + "/signatures", Map.of());
        api.as("oil").post("/contracts/" + id + "/signatures", Map.of());
        JsonNode contract =
                api.as("bank")
                        .await(
                                "/contracts/" + id,
                                "the signing of the contract",
                                OilPurchase::over);
        if (!contract.path("state").asText().equals("ACTIVE")) {
            throw new Fault("a node refused to sign: " + contract.path("signatures"));
        }
        return "contract %s pins the rules of the room; both nodes signed it".formatted(id);
    }

    private static boolean over(JsonNode contract) {
        boolean refused = false;
        for (JsonNode signature : contract.path("signatures")) {
            refused |= signature.path("state").asText().equals("REFUSED");
        }
        return refused || contract.path("state").asText().equals("ACTIVE");
    }

    /// What the side panel of the workbench shows.
    String room() {
        JsonNode room = api.as("bank").get("/contracts/" + world.get("contract") + "/room");
        List<String> columns = new ArrayList<>();
        room.path("columns").forEach(column -> columns.add(column.path("name").asText()));
        if (!columns.equals(OilScenario.COLUMNS)) {
            throw new Fault("the room shows other columns than were granted: " + columns);
        }
        return "the bank may work with table %s of %d columns; %d runs and %d dry runs are left"
                .formatted(
                        room.path("table").asText(),
                        columns.size(),
                        room.path("runsLeft").asLong(),
                        room.path("dryRunsLeft").asLong());
    }
}
