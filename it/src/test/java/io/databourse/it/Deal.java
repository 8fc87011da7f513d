package io.databourse.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.it.Client.Answer;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the bank and the airline agree on beside the demo's contract.
final class Deal {
    private static final Client BANK = Client.as("bank");
    private static final Client AIRLINE = Client.as("airline");

    private Deal() {}

    /// From the quote to a contract that is in force.
    static String contract(Map<String, Object> quote, String topUp)
            throws IOException, InterruptedException {
        return contract(quote, topUp, Map.of());
    }

    /// @param more that the bank wants of the contract
    static String contract(Map<String, Object> quote, String topUp, Map<String, Object> more)
            throws IOException, InterruptedException {
        BANK.post("/wallet/top-ups", Map.of("amount", cny(topUp)));
        String quoted = BANK.post("/quotes", quote).text("/id");
        String order = BANK.post("/orders", Map.of("quoteId", quoted)).text("/id");
        Map<String, Object> wish =
                new HashMap<>(
                        Map.of(
                                "orderId",
                                order,
                                "purposes",
                                List.of("marketing"),
                                "notAfter",
                                inDays(30),
                                "minimumResultSize",
                                20,
                                "consumerNode",
                                node("CONSUMER")));
        wish.putAll(more);
        Answer draft = BANK.post("/contracts", wish);
        String contract = draft.text("/id");
        BANK.post("/contracts/" + contract + "/signatures", Map.of());
        AIRLINE.post("/contracts/" + contract + "/signatures", Map.of());
        BANK.await("/contracts/" + contract, each -> each.path("state").asText().equals("ACTIVE"));
        return contract;
    }

    /// The demo's contract: the oldest of those that are in force.
    static String ofDemo() throws IOException, InterruptedException {
        String oldest = "";
        for (JsonNode each : BANK.get("/contracts").body().path("items")) {
            if (each.path("state").asText().equals("ACTIVE")) {
                oldest = each.path("id").asText();
            }
        }
        return oldest;
    }

    /// A side's node, as the demo's contract names it.
    static String node(String role) throws IOException, InterruptedException {
        for (JsonNode contract : AIRLINE.get("/contracts").body().path("items")) {
            for (JsonNode signature : contract.path("signatures")) {
                if (signature.path("role").asText().equals(role)) {
                    return signature.path("nodeId").asText();
                }
            }
        }
        throw new AssertionError("the demo left no contract");
    }

    static Map<String, Object> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    static String inDays(int days) {
        return Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
