package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Kills a program without warning in the middle of a job, starts it again and counts: the job ends
/// once, with the whole result, and is charged once.
class CrashTest {
    private static final Client BANK = Client.as("bank");
    private static final List<String> WAY =
            List.of(
                    "REQUESTED",
                    "AUTHORIZING",
                    "AUTHORIZED",
                    "PLACING",
                    "RUNNING",
                    "REVIEWING",
                    "DELIVERING");

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Bourse.start();
    }

    @ParameterizedTest(name = "{0} is killed while the job is {1}")
    @CsvSource({
        "exchange, AUTHORIZING",
        "exchange, RUNNING",
        "exchange, DELIVERING",
        "postgres, RUNNING",
        "node-airline, PLACING",
        "node-bank, RUNNING",
        "node-exchange, RUNNING"
    })
    void a_job_ends_once_and_is_charged_once_when(String part, String state)
            throws IOException, InterruptedException {
        String contract = activeContract();
        int charges = charges(contract);
        long consumed = consumed(contract);
        String key = UUID.randomUUID().toString();
        var order = JobBody.of(contract).json();
        String id = BANK.post("/jobs", key, order).text("/id");
        String seen = waitFor(state, id);

        kill(part);
        Bourse.Run up = Bourse.run("up");

        assertThat(WAY).as("the job was killed in the middle").contains(seen);
        assertThat(up.exit()).as(up.output()).isZero();
        JsonNode ended = BANK.await("/jobs/" + id, job -> job.hasNonNull("endedAt"));
        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("DELIVERED");
        assertThat(ended.path("resultRows").asLong()).isEqualTo(462);
        assertThat(BANK.post("/jobs", key, order).text("/id"))
                .as("the same command asked again")
                .isEqualTo(id);
        assertThat(charges(contract)).isEqualTo(charges + 1);
        assertThat(consumed(contract)).isEqualTo(consumed + 1);
        assertThat(Client.as("regulator").get("/ledger/proof").body().path("balanced").asBoolean())
                .isTrue();
    }

    /// The state in which the job was last seen; that one, unless it went by too fast.
    private static String waitFor(String state, String id)
            throws IOException, InterruptedException {
        String seen = "";
        while (WAY.indexOf(seen) < WAY.indexOf(state)) {
            seen = BANK.get("/jobs/" + id).text("/state");
            if (!WAY.contains(seen)) {
                return seen;
            }
        }
        return seen;
    }

    private static void kill(String part) throws IOException {
        Path file = Bourse.home().resolve("run").resolve(part + ".pid");
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst())).orElseThrow();
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    private static String activeContract() throws IOException, InterruptedException {
        for (JsonNode contract : BANK.get("/contracts").body().path("items")) {
            if (contract.path("state").asText().equals("ACTIVE")) {
                return contract.path("id").asText();
            }
        }
        throw new AssertionError("the demo left no active contract");
    }

    private static int charges(String contract) throws IOException, InterruptedException {
        return BANK.get("/contracts/" + contract + "/charges").body().path("items").size();
    }

    private static long consumed(String contract) throws IOException, InterruptedException {
        return BANK.get("/contracts/" + contract + "/quota").body().path("consumed").asLong();
    }
}
