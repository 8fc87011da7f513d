package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.it.Client.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The whole system, from an empty state folder: the demo, and then what the exchange refuses.
class FirstPurchaseTest {
    private static final Client BANK = Client.as("bank");

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Bourse.start();
    }

    @Test
    @Tag("G15")
    void the_demo_sells_one_intersection_from_an_empty_state_folder() throws IOException {
        String said = Files.readString(Path.of("target/demo.txt"));

        assertThat(said)
                .contains("462 customer ids lie at the bank's node and nowhere else")
                .contains("airline 490.00 CNY, commission 9.43 CNY, VAT 0.57 CNY")
                .contains("all ledgers sum to zero")
                .contains("checkpoint signature (SM2) verified here");
    }

    @Test
    void the_demos_certificate_verifies_and_a_changed_one_does_not()
            throws IOException, InterruptedException {
        JsonNode listing = Client.nobody().get("/catalog?q=frequent").body().at("/items/0");
        JsonNode certificate =
                Client.nobody()
                        .get("/certificates/" + listing.path("certificateNumber").asText())
                        .body();
        String document = certificate.path("document").asText();
        String signature = certificate.path("signature").asText();

        assertThat(verification(document, signature)).isEqualTo("VALID");
        assertThat(verification(document.replace("6097", "6098"), signature))
                .isEqualTo("BAD_SIGNATURE");
    }

    private static String verification(String document, String signature)
            throws IOException, InterruptedException {
        return Client.nobody()
                .post(
                        "/certificates/verification",
                        Map.of("document", document, "signature", signature))
                .text("/result");
    }

    @Test
    void without_a_token_or_with_the_wrong_role_nothing_is_shown()
            throws IOException, InterruptedException {
        assertThat(Client.nobody().get("/orders").status()).isEqualTo(401);
        assertThat(Client.nobody().get("/orders").code()).isEqualTo("UNAUTHENTICATED");
        assertThat(BANK.get("/ledger/proof").status()).isEqualTo(403);
        assertThat(BANK.get("/ledger/proof").code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_wrong_credit_code_is_refused() throws IOException, InterruptedException {
        Answer answer =
                Client.as("airline")
                        .post(
                                "/merchants",
                                Map.of(
                                        "name", "Nobody",
                                        "creditCode", "91350100M000100Y44",
                                        "type", "TRADER",
                                        "contact", "nobody@example.org"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("INVALID_CREDIT_CODE");
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void a_frozen_contract_runs_no_job_until_it_is_released()
            throws IOException, InterruptedException {
        String contract = activeContract();
        Client operator = Client.as("operator");
        var reason = Map.of("reason", "under investigation");

        assertThat(BANK.post("/contracts/" + contract + "/freeze", reason).status()).isEqualTo(403);
        assertThat(operator.post("/contracts/" + contract + "/freeze", reason).status())
                .isEqualTo(200);
        Answer refused = BANK.post("/jobs", JobBody.of(contract).json());
        assertThat(operator.post("/contracts/" + contract + "/release", reason).status())
                .isEqualTo(200);

        assertThat(refused.code()).isEqualTo("QUOTA_FROZEN");
    }

    @Test
    void an_unknown_listing_is_not_found() throws IOException, InterruptedException {
        Answer answer =
                BANK.post(
                        "/quotes",
                        Map.of(
                                "listingId", "lst_00000000000000000000000000000000",
                                "planId", "pln_00000000000000000000000000000000"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void an_order_beyond_the_balance_is_refused_and_reserves_nothing()
            throws IOException, InterruptedException {
        String before = BANK.get("/wallet").text("/available/amount");
        Answer answer = order();

        assertThat(before).isEqualTo("0.00");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(BANK.get("/wallet").text("/available/amount")).isEqualTo(before);
    }

    @Test
    void a_key_is_good_for_one_command() throws IOException, InterruptedException {
        Map<String, Object> body = quoteBody();
        String key = UUID.randomUUID().toString();
        Answer first = BANK.post("/quotes", key, body);
        Answer again = BANK.post("/quotes", key, body);
        Answer other =
                BANK.post(
                        "/wallet/top-ups",
                        key,
                        Map.of("amount", Map.of("amount", "1.00", "currency", "CNY")));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void what_the_contract_does_not_allow_is_refused_and_costs_nothing()
            throws IOException, InterruptedException {
        String contract = activeContract();
        JobBody job = JobBody.of(contract);
        JsonNode before = quota(contract);

        assertThat(start(job.withTask("mpc/other"))).isEqualTo("TASK_NOT_ALLOWED");
        assertThat(start(job.withPurpose("research"))).isEqualTo("PURPOSE_NOT_ALLOWED");
        assertThat(start(job.withProviderColumn("member_id"))).isEqualTo("COLUMN_NOT_ALLOWED");
        assertThat(quota(contract)).isEqualTo(before);
    }

    private static String start(JobBody job) throws IOException, InterruptedException {
        Answer answer = BANK.post("/jobs", job.json());
        assertThat(answer.status()).isEqualTo(422);
        return answer.code();
    }

    @Test
    void a_result_below_the_minimum_is_withheld_and_not_charged()
            throws IOException, InterruptedException {
        String contract = activeContract();
        JsonNode before = quota(contract);
        JsonNode charges = charges(contract);
        Answer started = BANK.post("/jobs", JobBody.of(contract).withFlights("10000").json());
        assertThat(started.status()).isEqualTo(202);

        JsonNode ended =
                BANK.await("/jobs/" + started.text("/id"), job -> job.hasNonNull("endedAt"));

        assertThat(ended.path("state").asText()).isEqualTo("REFUSED");
        assertThat(ended.path("code").asText()).isEqualTo("RESULT_BELOW_MINIMUM");
        assertThat(quota(contract)).isEqualTo(before);
        assertThat(charges(contract)).isEqualTo(charges);
        Path results = Bourse.home().resolve("nodes/bank/results").resolve(started.text("/id"));
        assertThat(results).doesNotExist();
    }

    @Test
    void a_contract_that_is_not_signed_by_both_starts_nothing()
            throws IOException, InterruptedException {
        BANK.post(
                "/wallet/top-ups",
                Map.of("amount", Map.of("amount", "5000.00", "currency", "CNY")));
        String order = order().text("/id");
        JsonNode active = BANK.get("/contracts/" + activeContract()).body();
        Answer draft =
                BANK.post(
                        "/contracts",
                        Map.of(
                                "orderId", order,
                                "purposes", List.of("marketing"),
                                "notAfter",
                                        Instant.now()
                                                .plus(30, ChronoUnit.DAYS)
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .toString(),
                                "minimumResultSize", 20,
                                "consumerNode", consumerNode(active)));

        assertThat(start(JobBody.of(draft.text("/id")))).isEqualTo("CONTRACT_NOT_SIGNED");
    }

    private static String consumerNode(JsonNode contract) {
        for (JsonNode signature : contract.path("signatures")) {
            if (signature.path("role").asText().equals("CONSUMER")) {
                return signature.path("nodeId").asText();
            }
        }
        throw new AssertionError("no consumer in " + contract);
    }

    private static String activeContract() throws IOException, InterruptedException {
        for (JsonNode contract : BANK.get("/contracts").body().path("items")) {
            if (contract.path("state").asText().equals("ACTIVE")) {
                return contract.path("id").asText();
            }
        }
        throw new AssertionError("the demo left no active contract");
    }

    private static JsonNode charges(String contract) throws IOException, InterruptedException {
        return BANK.get("/contracts/" + contract + "/charges").body().path("items");
    }

    private static JsonNode quota(String contract) throws IOException, InterruptedException {
        return BANK.get("/contracts/" + contract + "/quota").body();
    }

    private static Map<String, Object> quoteBody() throws IOException, InterruptedException {
        JsonNode listing = Client.nobody().get("/catalog?q=frequent").body().at("/items/0");
        return Map.of(
                "listingId", listing.path("id").asText(),
                "planId", listing.at("/plans/0/id").asText());
    }

    private static Answer order() throws IOException, InterruptedException {
        String quote = BANK.post("/quotes", quoteBody()).text("/id");
        return BANK.post("/orders", Map.of("quoteId", quote));
    }
}
