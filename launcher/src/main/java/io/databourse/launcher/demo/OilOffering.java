package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.launcher.part.Fault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The oil company's side: profile, registration, a listing with the rules of a room.
final class OilOffering {
    private final Api api;
    private final World world;
    private final OilFiles files;

    OilOffering(Api api, World world, OilFiles files) {
        this.api = api;
        this.world = world;
        this.files = files;
    }

    String profile() {
        String id =
                api.as("oil")
                        .post(
                                "/profiles",
                                Map.of(
                                        "nodeId",
                                        world.get("node oil"),
                                        "source",
                                        OilScenario.SOURCE))
                        .path("id")
                        .asText();
        JsonNode profile =
                api.as("oil")
                        .await(
                                "/profiles/" + id,
                                "the profile",
                                seen -> !seen.path("state").asText().equals("REQUESTED"));
        if (!profile.path("state").asText().equals("DONE")) {
            throw new Fault("the node could not profile its file: " + profile.path("failure"));
        }
        world.put("profile", id);
        return "%s has %d rows and %d columns; nothing else left the node"
                .formatted(
                        OilScenario.SOURCE,
                        profile.path("rowCount").asLong(),
                        profile.path("columns").size());
    }

    String register() {
        Optional<JsonNode> known =
                api.as("oil").all("/products").stream()
                        .filter(p -> p.at("/sheet/name").asText().equals(OilScenario.PRODUCT))
                        .filter(p -> p.path("state").asText().equals("REGISTERED"))
                        .findFirst();
        JsonNode product = known.orElseGet(this::registered);
        world.put("product", product.path("id").asText());
        world.put("certificate", product.path("certificateNumber").asText());
        return "product %s is registered, certificate %s"
                .formatted(product.path("code").asText(), world.get("certificate"));
    }

    private JsonNode registered() {
        String id =
                api.as("oil")
                        .post(
                                "/products",
                                Map.of(
                                        "profileId",
                                        world.get("profile"),
                                        "sheet",
                                        OilScenario.sheet()))
                        .path("id")
                        .asText();
        api.as("reviewer").post("/products/" + id + "/review", Map.of());
        return api.as("reviewer")
                .post(
                        "/products/" + id + "/decision",
                        Map.of(
                                "approve",
                                true,
                                "reason",
                                "Sheet and profile agree",
                                "noticeWaiver",
                                "Demo: nobody reads a public notice here"));
    }

    String list() {
        Optional<JsonNode> known =
                api.as("oil").all("/listings").stream()
                        .filter(each ->
                                each.path("productId").asText().equals(world.get("product")))
                        .filter(each -> each.path("state").asText().equals("LISTED"))
                        .findFirst();
        JsonNode listing = known.orElseGet(() -> api.as("oil").post("/listings", newListing()));
        world.put("listing", listing.path("id").asText());
        world.put("plan", listing.at("/plans/0/id").asText());
        return "on the shelf: 10 runs for 8000.00 CNY; no figure over fewer than "
                + listing.at("/terms/room/minimumEntities").asInt()
                + " stations leaves, no script's output without two reviewers";
    }

    private Map<String, Object> newListing() {
        return Map.of(
                "productId",
                world.get("product"),
                "plans",
                List.of(
                        Map.of(
                                "name",
                                "Pack of 10 runs",
                                "units",
                                10,
                                "price",
                                Scenario.money("8000.00"),
                                "validityDays",
                                180)),
                "terms",
                Map.ofEntries(
                        Map.entry("tasks", List.of(OilScenario.QUERY, OilScenario.SCRIPT)),
                        Map.entry("purposes", List.of(OilScenario.PURPOSE)),
                        Map.entry("joinColumns", List.of()),
                        Map.entry("filterColumns", List.of("promotion", "holiday", "area", "week")),
                        Map.entry("resultColumns", OilScenario.COLUMNS),
                        Map.entry("minimumResultSize", 1),
                        Map.entry(
                                "offeredUntil",
                                Instant.now()
                                        .plus(300, ChronoUnit.DAYS)
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString()),
                        Map.entry("room", files.json("room.json")),
                        Map.entry(
                                "samples",
                                Map.of(
                                        "station_id", List.of("S0***"),
                                        "area", List.of("DOWNTOWN", "HIGHWAY", "RURAL"),
                                        "promotion", List.of("NONE", "DISCOUNT", "CARD")))));
    }
}
