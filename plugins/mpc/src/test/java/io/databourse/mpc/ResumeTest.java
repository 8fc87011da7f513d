package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.testkit.Attempts;
import io.databourse.plugin.testkit.TckCase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a job when the process of a party dies.
class ResumeTest {
    private static final int ROWS = 900;
    private static final int BUCKETS = 4;

    private final TckCase direct = PsiCases.distributed(job());
    private final TckCase both = TwoSidedTck.both(direct);

    /// The plugin with buckets of some hundred keys, so that small sets have several.
    private static final class SmallBuckets implements ComputePlugin {
        private final MpcPlugin plugin = new MpcPlugin();

        @Override
        public PluginCard card() {
            return plugin.card();
        }

        @Override
        public Plan plan(TaskRequest request) {
            return plugin.plan(request);
        }

        @Override
        public PartyProgram program(String task, String role) {
            return task.equals(DistributedCard.TASK)
                    ? PsiOutcomes.of(context ->
                            DistributedPsi.run(
                                    context,
                                    (receiver, other) ->
                                            Buckets.of(
                                                    receiver,
                                                    other,
                                                    ROWS / BUCKETS,
                                                    ROWS / BUCKETS)))
                    : plugin.program(task, role);
        }
    }

    private static TckCase job() {
        var bank = new ArrayList<String>();
        var airline = new ArrayList<String>();
        for (int i = 0; i < ROWS; i++) {
            bank.add("138" + (10_000_000 + i));
            airline.add("138" + (10_000_000 + i + ROWS / 3));
        }
        return PsiCases.job(PsiCases.bank(bank), PsiCases.airline(airline));
    }

    @ParameterizedTest
    @CsvSource({"p1, tagging", "p2, tagging", "p1, sorting", "p2, sorting"})
    void a_death_before_the_tags_are_sorted_begins_anew(String party, String phase) {
        try (var attempts = new Attempts(new SmallBuckets(), direct)) {
            assertDied(attempts.dieIn(party, phase, 0), party);
            var ended = attempts.run();
            assertResult(ended, direct);
            assertThat(ended.reports().get("p1")).anyMatch(each -> each.startsWith("tagging"));
        }
    }

    @ParameterizedTest
    @CsvSource({"p1, 1", "p2, 2", "p1, 4", "p2, 4"})
    void finished_buckets_are_not_done_again(String party, int done) {
        try (var attempts = new Attempts(new SmallBuckets(), direct)) {
            var died = attempts.dieIn(party, "intersecting", done);
            assertDied(died, party);
            long finished = bucketsAtReceiver(died);
            var ended = attempts.run();
            assertResult(ended, direct);
            assertThat(finished).isPositive();
            assertThat(bucketsAtReceiver(ended)).isEqualTo(BUCKETS - finished);
            assertNoTagging(ended);
        }
    }

    @Test
    void a_death_while_the_result_is_written_redoes_no_bucket() {
        try (var attempts = new Attempts(new SmallBuckets(), direct)) {
            assertDied(attempts.dieIn("p1", "writing", 0), "p1");
            var ended = attempts.run();
            assertResult(ended, direct);
            assertNoTagging(ended);
            assertThat(ended.bytesSent().get("p1")).isLessThan(200);
            assertThat(ended.bytesSent().get("p2")).isLessThan(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"p2, 2", "p1, 4", "p2, 4"})
    void where_both_receive_neither_does_finished_buckets_again(String party, int done) {
        try (var attempts = new Attempts(new SmallBuckets(), both)) {
            assertDied(attempts.dieIn(party, "intersecting", done), party);
            var ended = attempts.run();
            assertBothResults(ended);
            // The two may be one bucket apart when one of them dies.
            assertThat(bucketsAtReceiver(ended))
                    .isBetween(BUCKETS - done - 1L, BUCKETS - done + 1L);
            assertNoTagging(ended);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1", "p2"})
    void where_both_receive_a_death_at_the_writing_of_either_redoes_no_bucket(String party) {
        try (var attempts = new Attempts(new SmallBuckets(), both)) {
            assertDied(attempts.dieIn(party, "writing", 0), party);
            var ended = attempts.run();
            assertBothResults(ended);
            assertThat(bucketsAtReceiver(ended)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1", "p2"})
    void places_that_only_one_owner_has_kept_are_made_anew(String party) throws IOException {
        try (var attempts = new Attempts(new SmallBuckets(), both)) {
            assertDied(attempts.dieIn("p2", "intersecting", 3), "p2");
            Path log = attempts.workspace(party).resolve("matches");
            long first = recordEnd(log);
            try (var cut = new RandomAccessFile(log.toFile(), "rw")) {
                // The second bucket's record is torn in its middle.
                cut.setLength(first + 20);
            }
            assertDied(attempts.dieIn("p1", "intersecting", 3), "p1");
            var ended = attempts.run();
            assertBothResults(ended);
            assertNoTagging(ended);
        }
    }

    /// Where the first record of a log of places ends: a header, numbers, a checksum.
    private static long recordEnd(Path log) throws IOException {
        try (var in = new RandomAccessFile(log.toFile(), "r")) {
            in.seek(Long.BYTES);
            return 16 + 8L * in.readInt();
        }
    }

    @Test
    void where_both_receive_many_deaths_at_both_owners_lead_to_the_same_results() {
        try (var attempts = new Attempts(new SmallBuckets(), both)) {
            for (int operation = 9; operation < 40; operation += 9) {
                attempts.dieAt(operation % 2 == 1 ? "p1" : "p2", operation);
            }
            assertBothResults(attempts.run());
        }
    }

    @Test
    void many_deaths_at_both_owners_lead_to_the_same_result() {
        try (var attempts = new Attempts(new SmallBuckets(), direct)) {
            for (int operation = 1; operation < 22; operation += 4) {
                attempts.dieAt(operation % 8 == 1 ? "p1" : "p2", operation);
            }
            assertResult(attempts.run(), direct);
        }
    }

    @Test
    void an_owner_that_has_lost_its_checkpoint_makes_both_begin_anew() {
        try (var attempts = new Attempts(new SmallBuckets(), direct)) {
            assertDied(attempts.dieIn("p2", "intersecting", 3), "p2");
            attempts.forget("p2");
            var ended = attempts.run();
            assertResult(ended, direct);
            assertThat(ended.reports().get("p1")).contains("intersecting 1");
            assertThat(ended.reports().get("p1")).anyMatch(each -> each.startsWith("tagging"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags", "rows"})
    void tags_that_are_not_whole_are_made_anew(String file) throws IOException {
        try (var attempts = new Attempts(new SmallBuckets(), direct)) {
            assertDied(attempts.dieIn("p2", "intersecting", 3), "p2");
            try (var cut =
                    new RandomAccessFile(attempts.workspace("p1").resolve(file).toFile(), "rw")) {
                cut.seek(800);
                int old = cut.read();
                cut.seek(800);
                cut.write(old ^ 1);
            }
            assertResult(attempts.run(), direct);
        }
    }

    @ParameterizedTest
    @CsvSource({"p1, sending", "p2, sending", "p1, writing"})
    void by_way_of_a_third_node_the_sorted_tags_are_kept(String party, String phase) {
        var job = job();
        try (var attempts = new Attempts(new SmallBuckets(), job)) {
            assertDied(attempts.dieIn(party, phase, 0), party);
            var ended = attempts.run();
            assertResult(ended, job);
            assertNoTagging(ended);
        }
    }

    private static long bucketsAtReceiver(Attempts.Ended ended) {
        return Objects.requireNonNull(ended.reports().get("p1")).stream()
                .filter(each -> each.startsWith("intersecting"))
                .count();
    }

    private static void assertDied(Attempts.Ended ended, String party) {
        assertThat(ended.outcomes()).doesNotContainKey(party);
    }

    private static void assertNoTagging(Attempts.Ended ended) {
        for (var owner : List.of("p1", "p2")) {
            assertThat(ended.reports().get(owner))
                    .noneMatch(each -> each.startsWith("tagging") || each.startsWith("sorting"));
        }
    }

    private void assertBothResults(Attempts.Ended ended) {
        assertResult(ended, both);
        assertThat(ended.rows().get("p2")).isEqualTo(ClearTextPsi.of(both).tables().get("p2"));
    }

    private static void assertResult(Attempts.Ended ended, TckCase job) {
        assertThat(ended.outcomes().values()).allMatch(Outcome.Completed.class::isInstance);
        assertThat(ended.rows().get("p1")).isEqualTo(ClearTextPsi.of(job).tables().get("p1"));
    }
}
