package io.databourse.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.harness.SeenEvents;
import io.databourse.harness.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InstructionMailboxTest {
    private static final NodeId NODE = NodeId.next();
    private static final NodeId OTHER = NodeId.next();
    private static final Answer DONE =
            new Answer(Answer.Status.DONE, Optional.empty(), Optional.empty(), Map.of("rows", 462));

    private final TestClock clock = new TestClock();
    private final InstructionStore store = new InMemoryInstructionStore();
    private final Doorbell doorbell = new Doorbell();
    private final SeenEvents<InstructionSent> sent = new SeenEvents<>(doorbell::ring);
    private final SeenEvents<InstructionAnswered> answered = new SeenEvents<>();
    private final InstructionMailbox mailbox =
            new InstructionMailbox(
                    store,
                    new OpenInstructions(store, new InMemoryMembershipStore(), clock),
                    doorbell,
                    sent,
                    answered,
                    clock);

    private InstructionId send(String subject, int attempt) {
        return mailbox.send(
                NODE, InstructionType.START_JOB, subject, attempt, Map.of("jobId", subject));
    }

    private List<Instruction> open(NodeId node) {
        return mailbox.await(node, Duration.ZERO);
    }

    @Test
    void the_same_thing_asked_twice_is_one_instruction() {
        InstructionId first = send("job_1", 1);
        assertThat(send("job_1", 1)).isEqualTo(first);
        assertThat(sent.seen()).hasSize(1);
        assertThat(open(NODE))
                .singleElement()
                .satisfies(instruction -> {
                    assertThat(instruction.id()).isEqualTo(first);
                    assertThat(instruction.payload()).isEqualTo("{\"jobId\":\"job_1\"}");
                });
        assertThat(send("job_1", 2)).isNotEqualTo(first);
    }

    @Test
    void it_stays_until_it_is_answered() {
        InstructionId id = send("job_1", 1);
        assertThat(open(NODE)).hasSize(1);
        assertThat(open(NODE)).hasSize(1);
        mailbox.answer(NODE, id, DONE);
        assertThat(open(NODE)).isEmpty();
        assertThat(send("job_1", 1)).isEqualTo(id);
        assertThat(open(NODE)).isEmpty();
    }

    @Test
    void only_the_first_answer_counts() {
        InstructionId id = send("job_1", 1);
        mailbox.answer(NODE, id, DONE);
        mailbox.answer(
                NODE,
                id,
                new Answer(Answer.Status.FAILED, Optional.of("X"), Optional.empty(), null));
        assertThat(answered.seen())
                .containsExactly(
                        new InstructionAnswered(NODE, InstructionType.START_JOB, "job_1", 1, DONE));
    }

    @Test
    void a_node_neither_sees_nor_answers_what_is_for_another() {
        InstructionId id = send("job_1", 1);
        assertThat(open(OTHER)).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> mailbox.answer(OTHER, id, DONE))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(answered.seen()).isEmpty();
        assertThat(open(NODE)).hasSize(1);
    }

    @Test
    void who_waits_is_woken_by_what_comes() throws Exception {
        CompletableFuture<List<Instruction>> waiting =
                CompletableFuture.supplyAsync(() -> mailbox.await(NODE, Duration.ofSeconds(25)));
        InstructionId id = send("job_1", 1);
        assertThat(waiting.get(60, TimeUnit.SECONDS))
                .extracting(Instruction::id)
                .containsExactly(id);
    }

    @Test
    void what_comes_without_a_ring_is_found_by_looking_again() throws Exception {
        CompletableFuture<List<Instruction>> waiting =
                CompletableFuture.supplyAsync(() -> mailbox.await(NODE, Duration.ofSeconds(25)));
        // As when another server of the same database has put it in.
        store.insert(InstructionStoreTck.row(NODE, "job_1", 1));
        assertThat(waiting.get(60, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void waiting_ends_with_nothing_when_nothing_comes() {
        assertThat(mailbox.await(NODE, Duration.ofMillis(50))).isEmpty();
    }
}
