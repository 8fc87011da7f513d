package io.databourse.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.databourse.harness.SeenEvents;
import io.databourse.harness.TestClock;
import io.databourse.harness.TestDatabase;
import io.databourse.harness.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What only transactions of a real database can show.
class RealMailboxTest {
    private static final Answer DONE =
            new Answer(Answer.Status.DONE, Optional.empty(), Optional.empty(), Map.of());

    private final Transactions transactions = Transactions.real();
    private final InstructionStore store = new JpaInstructionStore(TestDatabase.entities());
    private final NodeId node = RealRows.node();

    private InstructionMailbox mailbox(SeenEvents<InstructionAnswered> answered) {
        TestClock clock = new TestClock();
        Doorbell doorbell = new Doorbell();
        MembershipStore nodes = new JpaMembershipStore(TestDatabase.entities());
        return new InstructionMailbox(
                store,
                new OpenInstructions(store, nodes, clock),
                doorbell,
                new SeenEvents<>(),
                answered,
                clock);
    }

    private InstructionId send(InstructionMailbox mailbox) {
        return mailbox.send(node, InstructionType.START_JOB, "job_1", 1, Map.of());
    }

    @Test
    void an_instruction_of_a_transaction_that_failed_was_never_sent() {
        InstructionMailbox mailbox = mailbox(new SeenEvents<>());
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        transactions.run(() -> {
                            send(mailbox);
                            throw new IllegalStateException("no");
                        }));
        assertThat(transactions.get(() -> store.open(node, 50))).isEmpty();
    }

    @Test
    void an_answer_whose_observer_fails_is_still_awaited() {
        InstructionMailbox mailbox =
                mailbox(
                        new SeenEvents<>(_ -> {
                            throw new IllegalStateException("no");
                        }));
        InstructionId id = transactions.get(() -> send(mailbox));
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.run(() -> mailbox.answer(node, id, DONE)));
        assertThat(transactions.get(() -> store.open(node, 50)))
                .extracting(Instruction::id)
                .containsExactly(id);
    }

    @Test
    void of_eight_answers_at_once_one_counts() throws Exception {
        SeenEvents<InstructionAnswered> answered = new SeenEvents<>();
        InstructionMailbox mailbox = mailbox(answered);
        InstructionId id = transactions.get(() -> send(mailbox));
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<? extends Future<?>> given =
                    IntStream.range(0, 8)
                            .mapToObj(_ ->
                                    threads.submit(() ->
                                            transactions.run(() -> mailbox.answer(node, id, DONE))))
                            .toList();
            for (Future<?> each : given) {
                each.get();
            }
        }
        assertThat(answered.seen()).hasSize(1);
    }
}
