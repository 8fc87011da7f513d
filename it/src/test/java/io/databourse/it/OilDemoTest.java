package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The second demo on the system that the first one left: a room beside the data, in both modes.
class OilDemoTest {
    private static final Client BANK = Client.as("bank");
    private static String said = "";

    @BeforeAll
    static void play() throws IOException, InterruptedException {
        Bourse.start();
        Bourse.Run run = Bourse.run("demo", "oil");
        assertThat(run.exit()).as(run.output()).isZero();
        said = run.output();
    }

    @Test
    void small_answers_go_at_once_and_a_scripts_output_waits_for_its_reviewers() {
        assertThat(said)
                .contains("seven questions answered as expected.json says")
                .contains("is held at the owner's node")
                .contains("two reviewers let it go");
    }

    @Test
    void the_planted_small_group_is_in_no_answer() {
        assertThat(said).contains("PORT, with 7 stations, is nowhere");
    }

    @Test
    void each_run_is_charged_once_and_the_dry_run_is_not()
            throws IOException, InterruptedException {
        assertThat(said)
                .contains("took no unit")
                .contains("8 runs used, 2 left; each 800.00 CNY")
                .contains("all ledgers sum to zero")
                .contains("checkpoint signature (SM2) verified here");
        JsonNode jobs = BANK.get("/jobs?limit=200").body().path("items");
        long dry = 0;
        long counted = 0;
        for (JsonNode job : jobs) {
            if (job.path("task").asText().startsWith("sandbox/")) {
                assertThat(job.path("state").asText()).isEqualTo("DELIVERED");
                dry += job.path("dryRun").asBoolean() ? 1 : 0;
                counted += job.path("dryRun").asBoolean() ? 0 : 1;
            }
        }
        assertThat(dry).isEqualTo(1);
        assertThat(counted).isEqualTo(8);
    }

    @Test
    void a_released_output_names_how_many_reviewers_agreed()
            throws IOException, InterruptedException {
        for (JsonNode job : BANK.get("/jobs?limit=200").body().path("items")) {
            if (job.path("task").asText().equals("sandbox/script")) {
                assertThat(job.at("/review/state").asText()).isEqualTo("RELEASED");
                assertThat(job.at("/review/reviewers").asInt()).isEqualTo(2);
                assertThat(job.path("attempt").asInt()).isEqualTo(2);
                return;
            }
        }
        throw new AssertionError("the demo left no job of a script");
    }
}
