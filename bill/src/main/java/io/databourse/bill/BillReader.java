package io.databourse.bill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Reads strictly: a member that is unknown, missing or twice is no bill of this kind.
final class BillReader {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private BillReader() {}

    static Bill bill(String text) {
        return read(text, Bill.class, "databourse/bill/1", "supplements");
    }

    static BillSummary summary(String text) {
        return read(
                text, BillSummary.class, "databourse/bill-summary/1", "supplementHashes", "lapses");
    }

    /// @param lists that bills from before there were supplements do not name
    private static <T> T read(String text, Class<T> as, String type, String... lists) {
        JsonNode tree = tree(text);
        String found = tree.path("type").asText();
        if (!found.equals(type)) {
            throw new IllegalArgumentException("this is no %s but \"%s\"".formatted(type, found));
        }
        if (hasNull(tree)) {
            throw new IllegalArgumentException("nothing in a bill is null");
        }
        nameTurnover(tree);
        for (String list : lists) {
            if (!tree.has(list)) {
                ((ObjectNode) tree).putArray(list);
            }
        }
        try {
            return MAPPER.treeToValue(tree, as);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "this is no " + type + ": " + e.getOriginalMessage(), e);
        }
    }

    /// Bills from before turnover was counted do not name it.
    private static void nameTurnover(JsonNode node) {
        if (node instanceof ObjectNode use && use.has("cpuMillis") && !use.has("turnoverMinor")) {
            use.put("turnoverMinor", 0);
        }
        node.forEach(BillReader::nameTurnover);
    }

    private static boolean hasNull(JsonNode node) {
        return node.isNull() || node.valueStream().anyMatch(BillReader::hasNull);
    }

    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
