package io.databourse.bill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// A call, as its receipt says.
///
/// @param name source and id
/// @param price SM3 of the contract
record Receipt(
        String name,
        String contract,
        String price,
        long batch,
        long counter,
        LocalDate day,
        BillUse use) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Receipt of(String document) {
        JsonNode text = BillReader.tree(document);
        long sign = text.has("reverses") ? -1 : 1;
        String outcome = text.path("outcome").asText();
        return new Receipt(
                text.path("source").asText() + "/" + text.path("id").asText(),
                text.path("contract").asText(),
                text.path("price").asText(),
                text.path("batch").asLong(),
                text.path("counter").asLong(),
                Instant.parse(text.path("at").asText()).atZone(ZONE).toLocalDate(),
                new BillUse(
                        sign,
                        outcome.equals("HIT") ? sign : 0,
                        outcome.equals("MISS") ? sign : 0,
                        outcome.equals("ERROR") ? sign : 0,
                        text.path("rows").asLong(),
                        text.path("bytes").asLong(),
                        text.path("cpuMillis").asLong(),
                        text.path("units").asLong(),
                        text.path("turnoverMinor").asLong()));
    }
}
