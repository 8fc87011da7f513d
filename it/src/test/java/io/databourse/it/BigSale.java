package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.it.Client.Answer;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// A sale beyond the threshold above which two operators decide: use at 150,000.00 a unit, paid as
/// it comes, of which one was served two months ago and one now, so that there is a month whose
/// books can be cut.
record BigSale(String contract, YearMonth month, String provider) {
    static final BigSale NONE = new BigSale("", YearMonth.of(1970, 1), "");

    private static final String PRICE = "150000";

    private static final Client BANK = Client.as("bank");
    private static final Client AIRLINE = Client.as("airline");

    static BigSale make() throws IOException, InterruptedException {
        JsonNode listing = Client.nobody().get("/catalog?q=frequent").body().at("/items/0");
        String id = listing.path("id").asText();
        publish(id);
        Client.nobody()
                .await(
                        "/catalog/" + id,
                        now -> Instant.now().isAfter(newest(now.at("/pricing/prices/versions"))));
        String contract =
                Deal.contract(
                        Map.of("listingId", id, "payAsYouGo", Map.of("cap", Deal.cny("300000.00"))),
                        "400000.00");
        YearMonth month = YearMonth.now(Browsers.ZONE).minusMonths(2);
        serve(contract, month.atDay(15).atStartOfDay(Browsers.ZONE).toInstant());
        serve(contract, Instant.now());
        BANK.await(
                "/contracts/" + contract + "/charges",
                charges -> charges.path("items").size() == 2);
        return new BigSale(contract, month, listing.path("merchantId").asText());
    }

    /// Soon, as it is waited for; so a slow machine may be too late with it, and says a later time.
    private static void publish(String listing) throws IOException, InterruptedException {
        Answer answer;
        do {
            answer =
                    AIRLINE.post(
                            "/listings/" + listing + "/prices",
                            Map.of(
                                    "effectiveFrom",
                                    Instant.now().plusSeconds(2).toString(),
                                    "steps",
                                    List.of("per-unit UNITS " + PRICE)));
        } while (answer.body().toString().contains("is past"));
        assertThat(answer.isGood()).as(answer.body().toString()).isTrue();
    }

    private static Instant newest(JsonNode versions) {
        return Instant.parse(versions.path(versions.size() - 1).path("effectiveFrom").asText());
    }

    private static void serve(String contract, Instant at)
            throws IOException, InterruptedException {
        AIRLINE.post("/calls", Map.of("calls", List.of(Calls.call(contract, "HIT", at))));
    }
}
