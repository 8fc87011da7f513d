package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.it.Client.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An intersection that goes to both sides: the bank has its customers among the members, and the
/// airline its members among the customers.
class TwoSidedSaleTest {
    @RegisterExtension static final Browsers BROWSERS = new Browsers("two-sided");

    private static final Client BANK = Client.as("bank");

    private static String contract = "";

    @BeforeAll
    static void sell() throws IOException, InterruptedException {
        Bourse.start();
        contract = TripsOffer.sellToBoth();
    }

    @Test
    void each_side_gets_its_own_columns_of_462_rows_in_both_forms_and_each_run_is_charged_once()
            throws IOException, InterruptedException {
        int used = used();
        List<String> jobs = List.of(start("mpc/psi"), start("mpc/psi-distributed"));
        for (String job : jobs) {
            JsonNode ended = BANK.await("/jobs/" + job, seen -> seen.hasNonNull("endedAt"));
            assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("DELIVERED");
            assertThat(ended.path("deliveries").findValuesAsText("side"))
                    .containsExactly("CONSUMER", "PROVIDER");
            assertThat(ended.path("deliveries").findValuesAsText("rows")).containsExactly("462");

            List<String> members = rows("airline", job);
            assertThat(rows("bank", job)).hasSize(463).startsWith("customer_id", "BK000000");
            assertThat(members).hasSize(463).startsWith("member_id,tier");
            assertThat(members).noneMatch(row -> row.contains("BK0"));
            assertThat(file("exchange", job)).doesNotExist();
        }
        assertThat(rows("airline", jobs.getFirst())).isEqualTo(rows("airline", jobs.getLast()));
        assertThat(used()).isEqualTo(used + 2);

        Browser airline = BROWSERS.as("airline").open("/jobs/" + jobs.getFirst());
        airline.see("result-deliveries");
        airline.seeText("已交付，462 行");
        airline.open("/contracts/" + contract).seeText("member_id, tier");
    }

    @Test
    void a_bank_whose_node_tells_nobody_what_matches_runs_nothing_and_pays_nothing()
            throws IOException, InterruptedException {
        int used = used();
        Answer started = BANK.post("/jobs", JobBody.of(contract).json());
        assertThat(started.status()).as(started.body().toString()).isEqualTo(202);

        JsonNode ended =
                BANK.await("/jobs/" + started.text("/id"), job -> job.hasNonNull("endedAt"));
        assertThat(ended.path("code").asText()).isEqualTo("RELEASE_REFUSED");
        assertThat(used()).isEqualTo(used);
    }

    private static String start(String task) throws IOException, InterruptedException {
        Answer answer =
                BANK.post("/jobs", JobBody.of(contract).withTask(task).withSource("mutual").json());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.text("/id");
    }

    private static int used() throws IOException, InterruptedException {
        return BANK.get("/contracts/" + contract + "/quota").body().path("consumed").asInt();
    }

    private static List<String> rows(String node, String job) throws IOException {
        return Files.readAllLines(file(node, job));
    }

    private static Path file(String node, String job) {
        return Bourse.home().resolve("nodes/" + node + "/results").resolve(job + "/result.csv");
    }
}
