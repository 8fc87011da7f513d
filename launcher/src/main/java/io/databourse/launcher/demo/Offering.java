package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.launcher.part.Fault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The provider's side: profile, registration, certificate, listing.
final class Offering {

    private final Api api;
    private final World world;
    private final Scenario scenario;

    Offering(Api api, World world, Scenario scenario) {
        this.api = api;
        this.world = world;
        this.scenario = scenario;
    }

    private Api provider() {
        return api.as(scenario.provider().user());
    }

    String profile() {
        JsonNode asked =
                provider()
                        .post(
                                "/profiles",
                                Map.of(
                                        "nodeId",
                                        world.get("node " + scenario.node().folder()),
                                        "source",
                                        scenario.source()));
        String id = asked.path("id").asText();
        JsonNode profile =
                provider()
                        .await(
                                "/profiles/" + id,
                                "the profile",
                                seen -> !seen.path("state").asText().equals("REQUESTED"));
        if (!profile.path("state").asText().equals("DONE")) {
            throw new Fault("the node could not profile its file: " + profile.path("failure"));
        }
        world.put("profile", id);
        return "node %s looked at its file: %d rows, %d columns, %s; nothing else left it"
                .formatted(
                        scenario.node().folder(),
                        profile.path("rowCount").asLong(),
                        profile.path("columns").size(),
                        shorter(profile.path("contentHash").asText()));
    }

    String register() {
        Optional<JsonNode> known =
                provider().all("/products").stream()
                        .filter(p -> p.at("/sheet/name").asText().equals(scenario.product()))
                        .filter(p -> p.path("state").asText().equals("REGISTERED"))
                        .findFirst();
        if (known.isPresent()) {
            remember(known.get());
            return "product " + known.get().path("code").asText() + " is registered already";
        }
        String id =
                provider()
                        .post(
                                "/products",
                                Map.of(
                                        "profileId",
                                        world.get("profile"),
                                        "sheet",
                                        scenario.sheet()))
                        .path("id")
                        .asText();
        api.as("reviewer").post("/products/" + id + "/review", Map.of());
        JsonNode product =
                api.as("reviewer")
                        .post(
                                "/products/" + id + "/decision",
                                Map.of(
                                        "approve",
                                        true,
                                        "reason",
                                        "Sheet and profile agree",
                                        "noticeWaiver",
                                        "Demo: nobody reads a public notice here"));
        remember(product);
        return "product %s was submitted, reviewed and registered"
                .formatted(product.path("code").asText());
    }

    String certificate() {
        String number = world.get("certificate");
        JsonNode certificate = api.get("/certificates/" + number);
        boolean signed =
                SignatureVerifier.verifyDocument(
                        Pem.certificate(certificate.path("signerCertificate").asText()),
                        certificate.path("document").asText(),
                        certificate.path("signature").asText());
        if (!signed) {
            throw new Fault("the signature of certificate " + number + " does not verify");
        }
        return "certificate %s, SM2 signature verified here".formatted(number);
    }

    String list() {
        Optional<JsonNode> known =
                provider().all("/listings").stream()
                        .filter(listing ->
                                listing.path("productId").asText().equals(world.get("product")))
                        .filter(listing -> listing.path("state").asText().equals("LISTED"))
                        .filter(listing -> outlasts(listing, 130))
                        .findFirst();
        JsonNode listing = known.orElseGet(() -> provider().post("/listings", newListing()));
        world.put("listing", listing.path("id").asText());
        return "%s: 10 runs for %s CNY; %s"
                .formatted(
                        known.isPresent() ? "already on the shelf" : "on the shelf",
                        scenario.price(),
                        scenario.promise());
    }

    private static boolean outlasts(JsonNode listing, int days) {
        Instant end = Instant.parse(listing.at("/terms/offeredUntil").asText());
        return end.isAfter(Instant.now().plus(days, ChronoUnit.DAYS));
    }

    private Map<String, Object> newListing() {
        Map<String, Object> terms = new HashMap<>(scenario.terms());
        terms.put(
                "offeredUntil",
                Instant.now()
                        .plus(300, ChronoUnit.DAYS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        Map<String, Object> plan =
                Map.of(
                        "name",
                        "Pack of 10 runs",
                        "units",
                        10,
                        "price",
                        Scenario.money(scenario.price()),
                        "validityDays",
                        180);
        return Map.of("productId", world.get("product"), "plans", List.of(plan), "terms", terms);
    }

    private void remember(JsonNode product) {
        world.put("product", product.path("id").asText());
        world.put("certificate", product.path("certificateNumber").asText());
    }

    private static String shorter(String hash) {
        return hash.length() > 19 ? hash.substring(0, 19) + "…" : hash;
    }
}
