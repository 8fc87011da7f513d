package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.launcher.part.Fault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// The bank's side until the contract is signed by both.
final class Purchase {

    private final Api api;
    private final World world;
    private final Scenario scenario;

    Purchase(Api api, World world, Scenario scenario) {
        this.api = api;
        this.world = world;
        this.scenario = scenario;
    }

    String topUp() {
        JsonNode wallet =
                api.as("bank")
                        .post(
                                "/wallet/top-ups",
                                Map.of("amount", Scenario.money(scenario.price())));
        return "the bank paid in %s CNY (simulated payment); available %s"
                .formatted(scenario.price(), money(wallet.path("available")));
    }

    String find() {
        List<JsonNode> hits = api.all("/catalog?q=" + scenario.search());
        JsonNode listing =
                hits.stream()
                        .filter(hit -> hit.path("id").asText().equals(world.get("listing")))
                        .findFirst()
                        .orElseThrow(() -> new Fault("the catalogue does not show the listing"));
        world.put("plan", listing.at("/plans/0/id").asText());
        return "the bank searched \"%s\" and found \"%s\" by %s"
                .formatted(
                        scenario.search(),
                        listing.path("name").asText(),
                        listing.path("merchantName").asText());
    }

    String order() {
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
        JsonNode wallet = api.as("bank").get("/wallet");
        return "quote %s for %d runs, ordered; reserved %s, available %s"
                .formatted(
                        money(quote.path("amount")),
                        quote.path("units").asLong(),
                        money(wallet.path("reserved")),
                        money(wallet.path("available")));
    }

    String contract() {
        JsonNode contract =
                api.as("bank")
                        .post(
                                "/contracts",
                                Map.of(
                                        "orderId",
                                        world.get("order"),
                                        "purposes",
                                        scenario.terms().get("purposes"),
                                        "notAfter",
                                        Instant.now()
                                                .plus(120, ChronoUnit.DAYS)
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .toString(),
                                        "minimumResultSize",
                                        scenario.terms().get("minimumResultSize"),
                                        "consumerNode",
                                        world.get("node bank")));
        String id = contract.path("id").asText();
        world.put("contract", id);
        return "contract %s: for %s, at most 10 runs of %s, the result to the bank only"
                .formatted(id, scenario.terms().get("purposes"), scenario.terms().get("tasks"));
    }

    String sign() {
        String path = "/contracts/" + world.get("contract");
        api.as("bank").post(path + "/signatures", Map.of());
        api.as(scenario.provider().user()).post(path + "/signatures", Map.of());
        JsonNode contract =
                api.as("bank").await(path, "the signing of the contract", Purchase::settled);
        if (!contract.path("state").asText().equals("ACTIVE")) {
            throw new Fault("a node refused to sign: " + contract.path("signatures"));
        }
        JsonNode quota = api.as("bank").get(path + "/quota");
        return "both nodes checked it and signed with their own SM2 keys; %d runs granted"
                .formatted(quota.path("granted").asLong());
    }

    private static boolean settled(JsonNode contract) {
        boolean refused = false;
        for (JsonNode signature : contract.path("signatures")) {
            refused |= signature.path("state").asText().equals("REFUSED");
        }
        return refused || contract.path("state").asText().equals("ACTIVE");
    }

    static String money(JsonNode money) {
        return money.path("amount").asText() + " " + money.path("currency").asText();
    }
}
