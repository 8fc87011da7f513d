package io.databourse.node.contract;

import io.databourse.node.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A digital contract, 数字合约, as far as a node has to understand it.
public record ContractDocument(
        String contractId, DatasetTerms dataset, List<Party> parties, UsagePolicy policy) {
    private static final String TYPE = "databourse/contract/1";

    /// The role of the party whose data is sold.
    public static final String PROVIDER = "PROVIDER";

    /// The role of the party that buys.
    public static final String CONSUMER = "CONSUMER";

    /// The role of the exchange's own node, which helps to compute where a task needs it.
    public static final String COMPUTE = "COMPUTE";

    public ContractDocument {
        parties = List.copyOf(parties);
    }

    /// The data that is sold: where it lies and the hash of its bytes.
    public record DatasetTerms(String nodeId, String source, String contentHash) {}

    /// Fingerprints are SHA-256 of the certificates' DER bytes, in hex.
    ///
    /// @param owner the organisation's credit code, or its node where the contract names none
    public record Party(
            String role,
            String nodeId,
            String owner,
            String signingFingerprint,
            String channelFingerprint) {}

    /// What the consumer may do, 使用策略. The columns are the provider's.
    ///
    /// @param room rules of a closed room as JSON text, where the contract has any
    public record UsagePolicy(
            Set<String> purposes,
            Set<String> tasks,
            int maximumRuns,
            Instant notAfter,
            Set<String> joinColumns,
            Set<String> filterColumns,
            Set<String> resultColumns,
            String resultRecipient,
            int minimumResultSize,
            Optional<String> room) {}

    /// Reads the exact text that was signed.
    ///
    /// @throws IllegalArgumentException if it is not a contract
    public static ContractDocument parse(String document) {
        var json = Json.parse(document, "contract");
        if (!json.text("type").equals(TYPE)) {
            throw new IllegalArgumentException("contract.type is not " + TYPE);
        }
        var dataset = json.child("dataset");
        return new ContractDocument(
                json.text("contractId"),
                new DatasetTerms(
                        dataset.text("nodeId"),
                        dataset.text("source"),
                        dataset.text("contentHash")),
                json.list(
                        "parties",
                        each ->
                                new Party(
                                        each.text("role"),
                                        each.text("nodeId"),
                                        each.find("creditCode").orElse(each.text("nodeId")),
                                        each.text("signingFingerprint"),
                                        each.text("channelFingerprint"))),
                policy(json.child("policy")));
    }

    private static UsagePolicy policy(Json json) {
        return new UsagePolicy(
                json.set("purposes"),
                json.set("tasks"),
                json.count("maximumRuns"),
                time(json, "notAfter"),
                json.set("joinColumns"),
                json.set("filterColumns"),
                json.set("resultColumns"),
                json.text("resultRecipient"),
                json.count("minimumResultSize"),
                json.has("room") ? Optional.of(room(json)) : Optional.empty());
    }

    /// An object, or the text of one.
    private static String room(Json policy) {
        var text = policy.find("room");
        return Json.write(
                (text.isPresent() ? Json.parse(text.get(), "room") : policy.child("room")).node());
    }

    static Instant time(Json json, String name) {
        try {
            return OffsetDateTime.parse(json.text(name)).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    json.path() + "." + name + " is not a time with an offset", e);
        }
    }

    /// The organisation that buys.
    public Optional<String> consumer() {
        return parties.stream()
                .filter(each -> each.role().equals(CONSUMER))
                .map(Party::owner)
                .findFirst();
    }

    public Optional<Party> party(String nodeId) {
        return parties.stream().filter(each -> each.nodeId().equals(nodeId)).findFirst();
    }
}
