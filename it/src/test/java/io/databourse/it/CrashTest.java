package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.it.Breakpoint.Moment;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Kills a program without warning in the middle of a job, the exchange at a statement of its own,
/// starts it again and counts: the job ends once, with the whole result, and is charged once.
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
        "postgres, RUNNING",
        "node-airline, PLACING",
        "node-bank, RUNNING",
        "node-exchange, RUNNING"
    })
    void a_job_ends_once_and_is_charged_once_when(String part, String state) throws Exception {
        var job = new OneJob();
        String id;
        String seen;
        // However slow we are beside the job, it does not end before the kill.
        try (var end =
                Breakpoint.at(
                        Moment.WRITING, "update", "dispatch_job", "new.state = 'REVIEWING'")) {
            id = job.ask();
            seen = waitFor(state, id, end);
            Bourse.kill(part);
        }
        Bourse.Run up = Bourse.run("up");

        assertThat(WAY).as("the job was killed in the middle").contains(seen);
        assertThat(up.exit()).as(up.output()).isZero();
        job.endsOnce();
        assertThat(job.ask()).as("the same command asked again").isEqualTo(id);
    }

    /// Nobody hears what the exchange would have answered, so the command is given again.
    @ParameterizedTest(name = "the exchange is killed {0}")
    @MethodSource("points")
    void a_job_ends_once_and_is_charged_once_at_a_statement(Point point) throws Exception {
        var job = new OneJob();
        try (var breakpoint =
                        Breakpoint.at(point.moment, point.change, point.table, point.condition);
                var asker = Executors.newSingleThreadExecutor()) {
            Future<String> unheard = asker.submit(job::ask);
            breakpoint.await();

            Bourse.kill("exchange");
            breakpoint.release();
            asker.shutdown();
            assertThat(asker.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
            assertThat(unheard).isDone();
        }
        Bourse.Run up = Bourse.run("up");

        assertThat(up.exit()).as(up.output()).isZero();
        job.ask();
        job.endsOnce();
    }

    /// Where the exchange is killed: a statement of its own, in PostgreSQL.
    enum Point {
        JOB_ASKED(Moment.WRITING, "insert", "dispatch_job", "true"),
        JOB_ACCEPTED(Moment.COMMITTING, "insert", "dispatch_job", "true"),
        COMMAND_ANSWERED(Moment.COMMITTING, "insert", "command_answer", "true"),
        UNIT_HELD(Moment.WRITING, "insert", "ledger_transfer", "true"),
        JOB_PLACED(Moment.COMMITTING, "update", "dispatch_job", "new.state = 'PLACING'"),
        JOB_RUNS(Moment.COMMITTING, "update", "dispatch_job", "new.state = 'RUNNING'"),
        CHARGED(Moment.WRITING, "insert", "settlement_charge", "true"),
        CHARGE_COMMITTED(Moment.COMMITTING, "insert", "settlement_charge", "true"),
        JOB_DELIVERED(Moment.COMMITTING, "update", "dispatch_job", "new.state = 'DELIVERED'");

        private final Moment moment;
        private final String change;
        private final String table;
        private final String condition;

        Point(Moment moment, String change, String table, String condition) {
            this.moment = moment;
            this.change = change;
            this.table = table;
            this.condition = condition;
        }
    }

    /// Two of them, or all with `-Ddatabourse.points=all`, as `./bourse bench faults` does.
    static Stream<Point> points() {
        return "all".equals(System.getProperty("databourse.points"))
                ? Stream.of(Point.values())
                : Stream.of(Point.JOB_ACCEPTED, Point.CHARGE_COMMITTED);
    }

    /// A job under the demo's contract, and what had been charged before it.
    private static final class OneJob {
        private final String key = UUID.randomUUID().toString();
        private final String contract = activeContract();
        private final int charges = charges(contract);
        private final long consumed = consumed(contract);

        OneJob() throws IOException, InterruptedException {}

        /// Asks for it; however often, it is one job.
        String ask() throws IOException, InterruptedException {
            return BANK.insist("/jobs", key, JobBody.of(contract).json()).text("/id");
        }

        void endsOnce() throws IOException, InterruptedException {
            JsonNode ended = BANK.await("/jobs/" + ask(), job -> job.hasNonNull("endedAt"));
            assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("DELIVERED");
            assertThat(ended.path("resultRows").asLong()).isEqualTo(462);
            assertThat(charges(contract)).isEqualTo(charges + 1);
            assertThat(consumed(contract)).isEqualTo(consumed + 1);
            var proof = Client.as("regulator").read("/ledger/proof");
            assertThat(proof.path("balanced").asBoolean()).isTrue();
        }
    }

    /// The state in which the job was last seen; that one, unless it went by too fast.
    private static String waitFor(String state, String id, Breakpoint end) throws Exception {
        while (true) {
            boolean goesNoFurther = end.isReached();
            String seen = BANK.get("/jobs/" + id).text("/state");
            if (goesNoFurther || WAY.indexOf(seen) >= WAY.indexOf(state)) {
                return seen;
            }
            assertThat(WAY).as("the job goes on").contains(seen);
        }
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
        return BANK.read("/contracts/" + contract + "/charges").path("items").size();
    }

    private static long consumed(String contract) throws IOException, InterruptedException {
        return BANK.read("/contracts/" + contract + "/quota").path("consumed").asLong();
    }
}
