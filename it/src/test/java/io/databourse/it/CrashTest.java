package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.it.Client.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kills a program without warning while a job is under way, starts it again, and counts: the job
/// ends once and is charged once.
class CrashTest {
    private static final Client BANK = Client.as("bank");
    private static final Set<String> FINAL = Set.of("DELIVERED", "REFUSED", "FAILED", "CANCELLED");

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Bourse.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "node-bank", "postgres"})
    void a_job_survives_the_end_of(String part) throws IOException, InterruptedException {
        String contract = contract();
        int before = charges(contract).size();
        Answer started = BANK.post("/jobs", JobBody.of(contract).json());
        String id = started.text("/id");
        String state = BANK.get("/jobs/" + id).text("/state");

        kill(part);
        assertThat(FINAL).doesNotContain(state);
        assertThat(Bourse.run("up").exit()).isZero();
        JsonNode ended = BANK.await("/jobs/" + id, job -> job.hasNonNull("endedAt"));

        assertThat(ended.path("state").asText()).isEqualTo("DELIVERED");
        assertThat(ended.path("resultRows").asLong()).isEqualTo(462);
        assertThat(charges(contract)).hasSize(before + 1);
        long used = BANK.get("/contracts/" + contract + "/quota").body().path("consumed").asLong();
        assertThat(used).isEqualTo(before + 1);
        JsonNode proof = Client.as("regulator").get("/ledger/proof").body();
        assertThat(proof.path("balanced").asBoolean()).isTrue();
    }

    private static void kill(String part) throws IOException {
        Path file = Bourse.home().resolve("run").resolve(part + ".pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst());
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String contract() throws IOException, InterruptedException {
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
}
