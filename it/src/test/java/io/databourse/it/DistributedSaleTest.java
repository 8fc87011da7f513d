package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.it.Client.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An intersection between the two owners' nodes alone, under the demo's contract, which allows it
/// beside the one by way of the exchange's node.
class DistributedSaleTest {
    private static final Client BANK = Client.as("bank");
    private static final String TASK = "mpc/psi-distributed";
    private static final Pattern CONTRACT = Pattern.compile("contract (con_\\w+):");

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Bourse.start();
    }

    @Test
    void two_nodes_and_no_third_find_462_customers_for_one_run_that_is_charged_once()
            throws IOException, InterruptedException {
        String contract = contract();
        long used = used(contract);

        JsonNode ended = run(with(JobBody.of(contract), Map.of("keyRules", "mobile-cn")));

        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("DELIVERED");
        assertThat(ended.path("resultRows").asInt()).isEqualTo(462);
        assertThat(texts(ended.path("parties"), "organisation"))
                .containsExactly("Qiantang Bank", "Huadong Airlines");
        String job = ended.path("id").asText();
        assertThat(result("bank", job)).isDirectory();
        assertThat(result("airline", job)).doesNotExist();
        assertThat(result("exchange", job)).doesNotExist();
        assertThat(used(contract)).isEqualTo(used + 1);
        assertSettledOnce(contract, job);
        assertThat(evidence(job))
                .contains("Requested", "Authorized", "Delivered", "Recorded", "Recognised");
    }

    @Test
    void rules_that_do_not_fit_the_key_are_refused_before_anything_runs()
            throws IOException, InterruptedException {
        String contract = contract();
        long used = used(contract);

        for (String rules : List.of("mobile-cn,text", "telephone")) {
            Answer refused =
                    BANK.post("/jobs", with(JobBody.of(contract), Map.of("keyRules", rules)));
            assertThat(refused.status()).as(rules).isEqualTo(422);
        }
        assertThat(used(contract)).isEqualTo(used);
    }

    private static Map<String, Object> with(JobBody body, Map<String, String> parameters) {
        Map<String, Object> json = new HashMap<>(body.withTask(TASK).json());
        json.put("parameters", parameters);
        return json;
    }

    private static JsonNode run(Map<String, Object> body) throws IOException, InterruptedException {
        Answer started = BANK.post("/jobs", body);
        assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
        return BANK.await("/jobs/" + started.text("/id"), job -> job.hasNonNull("endedAt"));
    }

    private static void assertSettledOnce(String contract, String job)
            throws IOException, InterruptedException {
        JsonNode charges =
                BANK.await(
                        "/contracts/" + contract + "/charges",
                        seen -> texts(seen.path("items"), "jobId").contains(job));
        List<JsonNode> lines = new ArrayList<>();
        charges.path("items").forEach(lines::add);
        lines.removeIf(line -> !line.path("jobId").asText().equals(job));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().at("/gross/amount").asText()).isEqualTo("500.00");
        assertThat(lines.getFirst().at("/merchantShare/amount").asText()).isEqualTo("490.00");
        assertThat(Client.as("regulator").get("/ledger/proof").body().path("balanced").asBoolean())
                .isTrue();
    }

    /// Entries get their place in the log within a second after their transaction.
    private static List<String> evidence(String job) throws IOException, InterruptedException {
        JsonNode page =
                BANK.await(
                        "/evidence/entries?subject=" + job,
                        seen -> texts(seen.path("items"), "type").contains("Recognised"));
        return texts(page.path("items"), "type");
    }

    private static List<String> texts(JsonNode items, String name) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(name).asText()));
        return texts;
    }

    private static String contract() throws IOException {
        var found = CONTRACT.matcher(Files.readString(Path.of("target/demo.txt")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static long used(String contract) throws IOException, InterruptedException {
        return BANK.get("/contracts/" + contract + "/quota").body().path("consumed").asLong();
    }

    private static Path result(String node, String job) {
        return Bourse.home().resolve("nodes").resolve(node).resolve("results").resolve(job);
    }
}
