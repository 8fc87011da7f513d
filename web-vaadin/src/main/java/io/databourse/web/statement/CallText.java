package io.databourse.web.statement;

import com.vaadin.flow.internal.JacksonUtils;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// What the document of a receipt says of its call.
///
/// @param turnoverMinor what the call is about, in fen; mostly nothing
/// @param reversal whether it undoes an earlier call
record CallText(
        Instant at,
        String outcome,
        long units,
        long rows,
        long bytes,
        long cpuMillis,
        long turnoverMinor,
        String source,
        String id,
        boolean reversal) {
    static CallText of(String document) {
        JsonNode json = JacksonUtils.readTree(document);
        return new CallText(
                Instant.parse(json.get("at").asString()),
                json.get("outcome").asString(),
                json.get("units").asLong(),
                json.get("rows").asLong(),
                json.get("bytes").asLong(),
                json.get("cpuMillis").asLong(),
                json.path("turnoverMinor").asLong(0),
                json.get("source").asString(),
                json.get("id").asString(),
                json.has("reverses"));
    }
}
