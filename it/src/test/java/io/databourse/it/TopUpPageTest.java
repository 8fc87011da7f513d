package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A buyer adds units to a running contract on its page, the merchant signs there, and the nodes
/// run the next job under what both have signed.
class TopUpPageTest {
    @RegisterExtension static final Browsers BROWSERS = new Browsers("top-up");

    private static final Client BANK = Client.as("bank");

    @Test
    void added_units_are_signed_on_the_page_and_nodes_run_under_them()
            throws IOException, InterruptedException {
        String contract = Deal.ofDemo();
        long granted = quota(contract).path("granted").asLong();
        BANK.post("/wallet/top-ups", Map.of("amount", Deal.cny("5000.00")));

        Browser bank = BROWSERS.as("bank").open("/contracts/" + contract);
        bank.click("top-up");
        bank.click("topup-order");
        bank.seeText("补充协议");
        Browser airline = BROWSERS.as("airline").open("/contracts/" + contract);
        airline.click("sign-supplement");

        BANK.await(
                "/contracts/" + contract + "/quota",
                quota -> quota.path("granted").asLong() == granted + 10);
        String job = BANK.post("/jobs", JobBody.of(contract).json()).text("/id");
        JsonNode ended = BANK.await("/jobs/" + job, each -> each.hasNonNull("endedAt"));
        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("DELIVERED");
        assertThat(ended.path("resultRows").asLong()).isEqualTo(462);
    }

    private static JsonNode quota(String contract) throws IOException, InterruptedException {
        return BANK.get("/contracts/" + contract + "/quota").body();
    }
}
