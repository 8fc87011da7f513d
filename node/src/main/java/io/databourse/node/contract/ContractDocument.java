package io.databourse.node.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.databourse.node.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A digital contract, 数字合约, as far as a node has to understand it.
public record ContractDocument(
        String contractId,
        DatasetTerms dataset,
        List<TableTerms> tables,
        List<Party> parties,
        UsagePolicy policy) {
    private static final String TYPE = "databourse/contract/1";

    /// It becomes a file's name, beside that of the data that is sold.
    private static final String TABLE_NAME = "(?!input$)[a-z][a-z0-9_]{0,62}";

    /// The role of the party whose data is sold.
    public static final String PROVIDER = "PROVIDER";

    /// The role of the party that buys.
    public static final String CONSUMER = "CONSUMER";

    /// Consumer and provider, each of whom receives the result that is its own.
    public static final String BOTH = "BOTH";

    /// The role of the exchange's own node, which helps to compute where a task needs it.
    public static final String COMPUTE = "COMPUTE";

    public ContractDocument {
        tables = List.copyOf(tables);
        parties = List.copyOf(parties);
    }

    /// The data that is sold: where it lies and the hash of its bytes.
    public record DatasetTerms(String nodeId, String source, String contentHash) {}

    /// Another source of the same node, which questions may join to the data that is sold.
    ///
    /// @param name by which questions call it
    /// @param columns those that the room's rules name
    public record TableTerms(String name, String source, String contentHash, Set<String> columns) {
        public TableTerms {
            columns = Set.copyOf(columns);
        }
    }

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
    /// @param resultRecipient the role of the only party that receives a result, or [#BOTH]
    /// @param providerColumns what the provider gets of its own rows where it receives a result
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
            Set<String> providerColumns,
            int minimumResultSize,
            Optional<String> room) {
        private UsagePolicy until(Instant end) {
            return new UsagePolicy(
                    purposes,
                    tasks,
                    maximumRuns,
                    end,
                    joinColumns,
                    filterColumns,
                    resultColumns,
                    resultRecipient,
                    providerColumns,
                    minimumResultSize,
                    room);
        }

        /// The roles that receive results.
        public Set<String> recipients() {
            return givesResultToBoth() ? Set.of(CONSUMER, PROVIDER) : Set.of(resultRecipient);
        }

        /// Whether the provider receives results besides the consumer.
        public boolean givesResultToBoth() {
            return resultRecipient.equals(BOTH);
        }
    }

    /// Reads the exact text that was signed.
    ///
    /// @throws IllegalArgumentException if it is not a contract
    public static ContractDocument parse(String document) {
        var json = Json.parse(document, "contract");
        if (!json.text("type").equals(TYPE)) {
            throw new IllegalArgumentException("contract.type is not " + TYPE);
        }
        var dataset = json.child("dataset");
        var policy = policy(json.child("policy"));
        return new ContractDocument(
                json.text("contractId"),
                new DatasetTerms(
                        dataset.text("nodeId"),
                        dataset.text("source"),
                        dataset.text("contentHash")),
                tables(json, policy),
                json.list(
                        "parties",
                        each ->
                                new Party(
                                        each.text("role"),
                                        each.text("nodeId"),
                                        each.find("creditCode").orElse(each.text("nodeId")),
                                        each.text("signingFingerprint"),
                                        each.text("channelFingerprint"))),
                policy);
    }

    /// A table stands in both places or in none: where it lies beside the dataset, and what may be
    /// seen of it in the room's rules.
    private static List<TableTerms> tables(Json contract, UsagePolicy policy) {
        var rules =
                policy.room()
                        .map(room -> Json.parse(room, "room").node().path("tables"))
                        .orElse(MissingNode.getInstance());
        var tables =
                contract.has("tables")
                        ? contract.list("tables", table -> table(table, rules))
                        : List.<TableTerms>of();
        var names = tables.stream().map(TableTerms::name).collect(Collectors.toSet());
        if (names.size() != tables.size() || names.size() != rules.size()) {
            throw new IllegalArgumentException("contract.tables are not those of the rules");
        }
        return tables;
    }

    private static TableTerms table(Json table, JsonNode rules) {
        var name = table.text("name");
        var columns = new HashSet<String>();
        rules.path(name).path("columns").fieldNames().forEachRemaining(columns::add);
        if (columns.isEmpty() || !name.matches(TABLE_NAME)) {
            throw new IllegalArgumentException("contract.tables has no rules for " + name);
        }
        return new TableTerms(name, table.text("source"), table.text("contentHash"), columns);
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
                json.has("providerColumns") ? json.set("providerColumns") : Set.of(),
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

    /// The contract as supplements let it go on: until later, and otherwise as it was signed.
    ContractDocument until(Instant end) {
        return new ContractDocument(contractId, dataset, tables, parties, policy.until(end));
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
