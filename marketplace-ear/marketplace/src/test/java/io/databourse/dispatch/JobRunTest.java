package io.databourse.dispatch;

import static io.databourse.dispatch.JobSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.contract.PartyRole;
import io.databourse.json.Json;
import org.junit.jupiter.api.Test;

class JobRunTest {
    private static final Trouble LOST = Trouble.resources("NODE_SILENT", "gone");

    @Test
    void the_straight_way_leads_to_delivered() {
        JobRun end =
                JobSamples.running()
                        .reviewing(NOON)
                        .delivering(NOON)
                        .delivered(new JobResult(462, "sha256:ab", "here"), NOON);

        assertThat(end.history())
                .extracting(JobStep::state)
                .containsExactly(
                        JobState.REQUESTED,
                        JobState.AUTHORIZING,
                        JobState.AUTHORIZED,
                        JobState.PLACING,
                        JobState.RUNNING,
                        JobState.REVIEWING,
                        JobState.DELIVERING,
                        JobState.DELIVERED);
        assertThat(end.endedAt()).contains(NOON);
    }

    @Test
    void no_state_can_be_left_out() {
        JobRun requested = JobSamples.requested();

        assertThatThrownBy(() -> requested.placing(NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> requested.running(NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> requested.delivering(NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_ended_job_stays_as_it_is() {
        JobRun refused = JobSamples.running().refused(Trouble.refused("NO", "no"), NOON);

        assertThatThrownBy(() -> refused.failed(LOST, NOON))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> refused.again(LOST, NOON))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> refused.cancelled("me", NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void there_are_three_attempts_and_no_fourth() {
        JobRun third = JobSamples.running().again(LOST, NOON).again(LOST, NOON);

        assertThat(third.attempt()).isEqualTo(3);
        assertThat(third.state()).isEqualTo(JobState.REQUESTED);
        assertThat(third.current()).isEmpty();
        assertThatThrownBy(() -> third.again(LOST, NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_definitions_deadline_counts_while_it_runs() {
        assertThat(JobSamples.running().deadline()).isEqualTo(JobSamples.attempt().deadline());
    }

    @Test
    void only_lost_resources_and_lost_peers_are_worth_another_attempt() {
        assertThat(LOST.isWorthRetrying()).isTrue();
        assertThat(Trouble.refused("NO", "no").isWorthRetrying()).isFalse();
        assertThat(new Trouble("BUG", java.util.Optional.of("PLUGIN"), "bug").isWorthRetrying())
                .isFalse();
    }

    @Test
    void an_attempt_survives_being_written_down() {
        Attempt attempt =
                JobSamples.attempt()
                        .with(
                                JobSamples.attempt()
                                        .nextReceiver()
                                        .orElseThrow()
                                        .withReply(
                                                io.databourse.membership.InstructionType.START_JOB,
                                                new Reply(
                                                        io.databourse.membership.Answer.Status.DONE,
                                                        java.util.Optional.empty(),
                                                        java.util.Optional.empty())));

        assertThat(Json.read(Json.write(attempt), Attempt.class)).isEqualTo(attempt);
    }

    @Test
    void what_is_found_out_about_rows_is_kept_once_a_side_and_within_bounds() {
        JobRun job = JobSamples.running();
        for (int i = 0; i < 50; i++) {
            job = job.found("finding " + i, PartyRole.CONSUMER, NOON);
        }
        JobRun same = job.found("finding 0", PartyRole.CONSUMER, NOON);
        JobRun more = same.found("finding 0", PartyRole.PROVIDER, NOON);
        int before = JobSamples.running().history().size();
        assertThat(same.history()).hasSize(before + JobStep.MOST_FOUND);
        assertThat(same.state()).isEqualTo(JobState.RUNNING);
        assertThat(same.deadline()).isEqualTo(JobSamples.running().deadline());
        assertThat(more.history()).hasSize(before + JobStep.MOST_FOUND + 1);
    }

    @Test
    void a_step_that_was_written_before_there_were_findings_can_be_read() {
        assertThat(
                        Json.read(
                                "{\"state\":\"RUNNING\",\"at\":\"2026-11-21T10:00:00Z\",\"detail\":\"\"}",
                                JobStep.class))
                .isEqualTo(
                        JobStep.of(
                                JobState.RUNNING,
                                java.time.Instant.parse("2026-11-21T10:00:00Z"),
                                ""));
    }
}
