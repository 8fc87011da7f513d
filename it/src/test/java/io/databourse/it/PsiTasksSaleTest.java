package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.it.Client.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is made of an intersection, as a purchase of its own: the airline sells counts, sums and
/// joins of its members' flights, and the bank has each computed on the same people as in the demo.
class PsiTasksSaleTest {
    @RegisterExtension static final Browsers BROWSERS = new Browsers("psi-tasks");

    private static final Client BANK = Client.as("bank");

    /// Flights of the 462 in twelve months, reckoned from the sample files by other means.
    private static final String FLIGHTS = "12085";

    private static String contract = "";

    @BeforeAll
    static void sell() throws IOException, InterruptedException {
        Bourse.start();
        contract = TripsOffer.sell();
    }

    @Test
    void counts_and_sums_in_both_forms_and_joined_rows_of_462_people_are_settled_one_by_one()
            throws IOException, InterruptedException {
        int used = quota().path("consumed").asInt();
        Map<String, String> jobs = new LinkedHashMap<>();
        for (String task : List.of("psi-cardinality", "psi-cardinality-distributed")) {
            jobs.put(task, start("mpc/" + task, List.of(), List.of(), Map.of()));
        }
        for (String task : List.of("psi-sum", "psi-sum-distributed")) {
            Map<String, String> whole = Map.of("decimals", "0");
            jobs.put(task, start("mpc/" + task, List.of(), List.of("flights_12m"), whole));
        }
        jobs.put(
                "join",
                start(
                        "mpc/psi-join",
                        List.of("customer_id"),
                        List.of("tier", "flights_12m"),
                        Map.of()));
        assertDelivered(jobs);

        assertThat(rows(jobs, "psi-cardinality"))
                .containsExactly("count", "462")
                .isEqualTo(rows(jobs, "psi-cardinality-distributed"));
        assertThat(rows(jobs, "psi-sum"))
                .containsExactly("count,sum_flights_12m", "462," + FLIGHTS)
                .isEqualTo(rows(jobs, "psi-sum-distributed"));
        assertThat(rows(jobs, "join"))
                .hasSize(463)
                .startsWith(
                        "customer_id,tier,flights_12m",
                        "BK000000,PLATINUM,30",
                        "BK000026,PLATINUM,32",
                        "BK000027,GOLD,15");
        assertThat(flights(rows(jobs, "join"))).isEqualTo(FLIGHTS);
        assertThat(quota().path("consumed").asInt()).isEqualTo(used + 5);
        assertThat(Client.as("regulator").get("/ledger/proof").body().path("balanced").asBoolean())
                .isTrue();
    }

    @Test
    void the_same_462_come_of_a_checked_node_of_a_curve_and_of_a_join_between_two()
            throws IOException, InterruptedException {
        int used = quota().path("consumed").asInt();
        Map<String, String> jobs = new LinkedHashMap<>();
        for (String task : List.of("psi-verified", "psi-ecdh")) {
            jobs.put(task, start("mpc/" + task, List.of("customer_id"), List.of(), Map.of()));
        }
        jobs.put(
                "join",
                start(
                        "mpc/psi-join-distributed",
                        List.of("customer_id"),
                        List.of("tier", "flights_12m"),
                        Map.of()));
        assertDelivered(jobs);

        assertThat(rows(jobs, "psi-verified"))
                .hasSize(463)
                .startsWith("customer_id", "BK000000", "BK000026", "BK000027")
                .isEqualTo(rows(jobs, "psi-ecdh"));
        assertThat(rows(jobs, "join"))
                .hasSize(463)
                .startsWith("customer_id,tier,flights_12m", "BK000000,PLATINUM,30");
        assertThat(flights(rows(jobs, "join"))).isEqualTo(FLIGHTS);
        assertThat(quota().path("consumed").asInt()).isEqualTo(used + 3);
    }

    private static void assertDelivered(Map<String, String> jobs)
            throws IOException, InterruptedException {
        for (String job : jobs.values()) {
            JsonNode ended = BANK.await("/jobs/" + job, PsiTasksSaleTest::isOver);
            assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("DELIVERED");
            assertSettledOnce(job);
        }
    }

    private static boolean isOver(JsonNode job) {
        return job.hasNonNull("endedAt");
    }

    /// The last column of joined rows, added up.
    private static String flights(List<String> joined) {
        return String.valueOf(
                joined.stream()
                        .skip(1)
                        .mapToLong(row -> Long.parseLong(row.substring(row.lastIndexOf(',') + 1)))
                        .sum());
    }

    @Test
    void a_sum_over_too_few_people_is_withheld_and_not_charged()
            throws IOException, InterruptedException {
        JsonNode before = quota();
        Map<String, Object> body =
                body("mpc/psi-sum", List.of(), List.of("flights_12m"), Map.of(), "10000");

        Answer started = BANK.post("/jobs", body);
        assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
        JsonNode ended = BANK.await("/jobs/" + started.text("/id"), PsiTasksSaleTest::isOver);

        assertThat(ended.path("code").asText()).isEqualTo("RESULT_BELOW_MINIMUM");
        assertThat(quota()).isEqualTo(before);
    }

    @Test
    void columns_that_the_task_or_the_contract_does_not_give_are_refused_before_anything_runs()
            throws IOException, InterruptedException {
        assertThat(refused("mpc/psi-cardinality", List.of("customer_id"), List.of()))
                .isEqualTo("PLAN_REFUSED");
        assertThat(refused("mpc/psi-sum", List.of(), List.of("tier"))).isEqualTo("PLAN_REFUSED");
        assertThat(refused("mpc/psi-join", List.of("customer_id"), List.of("member_id")))
                .isEqualTo("COLUMN_NOT_ALLOWED");
    }

    @Test
    void what_nobody_could_have_run_is_not_put_on_the_shelf()
            throws IOException, InterruptedException {
        String product = TripsOffer.register("Flights of members, not for sale");

        for (String task : List.of("mpc/psi-many", "mpc/other", "mpc/psi-join")) {
            Answer answer = TripsOffer.list(product, List.of(task), List.of());
            assertThat(answer.status()).as(task).isEqualTo(422);
            assertThat(answer.body().toString()).contains("/terms/tasks");
        }
    }

    @Test
    void the_form_asks_for_what_the_task_needs_and_the_page_says_that_the_result_is_one_row() {
        Browser bank = BROWSERS.as("bank").open("/contracts/" + contract + "/new-job");
        bank.see("job-result");
        bank.see("job-other-result");
        bank.select("job-task", "隐私求交计数");
        bank.gone("job-result");
        bank.gone("job-other-result");
        bank.click("preview");
        bank.seeText("谁会知道什么", "一行汇总");
        bank.click("run");
        bank.seeState("job-state", "DELIVERED");
        bank.seeText("共有的标识数");
        assertThat(bank.text("result-rows")).isEqualTo("1");
    }

    private static String refused(String task, List<String> own, List<String> theirs)
            throws IOException, InterruptedException {
        Answer answer = BANK.post("/jobs", body(task, own, theirs, Map.of(), "12"));
        assertThat(answer.status()).as(task).isEqualTo(422);
        return answer.code();
    }

    private static String start(
            String task, List<String> own, List<String> theirs, Map<String, String> parameters)
            throws IOException, InterruptedException {
        Answer answer = BANK.post("/jobs", body(task, own, theirs, parameters, "12"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.text("/id");
    }

    private static Map<String, Object> body(
            String task,
            List<String> own,
            List<String> theirs,
            Map<String, String> parameters,
            String flights) {
        Map<String, Object> body =
                new HashMap<>(JobBody.of(contract).withTask(task).withFlights(flights).json());
        body.put("parameters", parameters);
        body.put("own", with(Objects.requireNonNull(body.get("own")), own));
        body.put("provider", with(Objects.requireNonNull(body.get("provider")), theirs));
        return body;
    }

    private static Map<String, Object> with(Object side, List<String> resultColumns) {
        Map<String, Object> changed = new HashMap<>();
        ((Map<?, ?>) side).forEach((name, value) -> changed.put(String.valueOf(name), value));
        changed.put("resultColumns", resultColumns);
        return changed;
    }

    private static void assertSettledOnce(String job) throws IOException, InterruptedException {
        JsonNode charges =
                BANK.await(
                        "/contracts/" + contract + "/charges", seen -> !lines(seen, job).isEmpty());
        assertThat(lines(charges, job))
                .singleElement()
                .extracting(
                        line -> line.at("/gross/amount").asText(),
                        line -> line.at("/merchantShare/amount").asText())
                .containsExactly("500.00", "490.00");
        BANK.await(
                "/evidence/entries?subject=" + job,
                seen -> seen.path("items").findValuesAsText("type").contains("Recognised"));
    }

    private static List<JsonNode> lines(JsonNode charges, String job) {
        List<JsonNode> lines = new ArrayList<>();
        charges.path("items").forEach(lines::add);
        lines.removeIf(line -> !line.path("jobId").asText().equals(job));
        return lines;
    }

    private static JsonNode quota() throws IOException, InterruptedException {
        return BANK.get("/contracts/" + contract + "/quota").body();
    }

    private static List<String> rows(Map<String, String> jobs, String name) throws IOException {
        Path results = Bourse.home().resolve("nodes/bank/results");
        return Files.readAllLines(results.resolve(jobs.get(name)).resolve("result.csv"));
    }
}
