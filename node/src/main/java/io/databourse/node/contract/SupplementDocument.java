package io.databourse.node.contract;

import io.databourse.node.Json;
import java.time.Instant;

/// A supplement, 补充协议: more runs for a contract, as far as a node has to understand it.
///
/// @param follows the hash of the text before it, the contract's or another supplement's
/// @param units how many runs it adds
/// @param validUntil when they end, and the contract with them
/// @param rollover how many unused runs of those that end before it takes over at most
record SupplementDocument(
        String supplementId,
        String contractId,
        String contractHash,
        String follows,
        int units,
        Instant validUntil,
        long rollover) {
    private static final String TYPE = "databourse/supplement/1";

    /// Reads the exact text that was signed.
    ///
    /// @throws IllegalArgumentException if it is not a supplement
    static SupplementDocument parse(String document) {
        var json = Json.parse(document, "supplement");
        if (!json.text("type").equals(TYPE)) {
            throw new IllegalArgumentException("supplement.type is not " + TYPE);
        }
        return new SupplementDocument(
                json.text("supplementId"),
                json.text("contractId"),
                json.text("contractHash"),
                json.text("follows"),
                json.count("units"),
                ContractDocument.time(json, "validUntil"),
                rollover(json.child("rollover")));
    }

    private static long rollover(Json json) {
        return switch (json.text("mode")) {
            case "NONE" -> 0;
            case "AT_MOST" -> json.count("units");
            case "ALL" -> Long.MAX_VALUE;
            default -> throw new IllegalArgumentException("supplement.rollover.mode is unknown");
        };
    }
}
