package io.databourse.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.harness.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of the mailbox does.
interface InstructionStoreTck {
    Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    InstructionStore store();

    Transactions transactions();

    /// A node that instructions may be for.
    NodeId node();

    static InstructionRow row(NodeId node, String subject, int attempt) {
        InstructionRow row = new InstructionRow();
        row.id = InstructionId.next().value();
        row.nodeId = node.value();
        row.type = InstructionType.START_JOB;
        row.subjectId = subject;
        row.attempt = attempt;
        row.payload = "{\"名\":1}";
        row.createdAt = NOW;
        return row;
    }

    private boolean insert(InstructionRow row) {
        return transactions().get(() -> store().insert(row));
    }

    private List<Instruction> open(NodeId node) {
        return transactions().get(() -> store().open(node, 50));
    }

    @Test
    default void the_same_subject_and_attempt_is_kept_once() {
        NodeId node = node();
        InstructionRow first = row(node, "job_1", 1);
        assertThat(insert(first)).isTrue();
        assertThat(insert(row(node, "job_1", 1))).isFalse();
        assertThat(insert(row(node, "job_1", 2))).isTrue();
        assertThat(insert(row(node(), "job_1", 1))).isTrue();
        assertThat(
                        transactions()
                                .get(() ->
                                        store().find(node, InstructionType.START_JOB, "job_1", 1)))
                .map(InstructionRow::toInstruction)
                .contains(first.toInstruction());
    }

    @Test
    default void what_is_open_comes_oldest_first_and_not_more_than_asked_for() {
        NodeId node = node();
        List<String> ids =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(attempt -> row(node, "job_1", attempt))
                        .peek(this::insert)
                        .map(row -> row.id)
                        .toList();
        assertThat(open(node)).extracting(each -> each.id().value()).isEqualTo(ids);
        assertThat(transactions().get(() -> store().open(node, 2)))
                .extracting(each -> each.id().value())
                .isEqualTo(ids.subList(0, 2));
        assertThat(open(node())).isEmpty();
    }

    @Test
    default void an_answered_one_is_no_longer_open_but_is_still_kept() {
        NodeId node = node();
        InstructionRow row = row(node, "job_1", 1);
        insert(row);
        InstructionId id = new InstructionId(row.id);
        transactions()
                .run(() -> {
                    InstructionRow locked = store().lock(id).orElseThrow();
                    locked.answer = "{}";
                    locked.answeredAt = NOW;
                });
        assertThat(open(node)).isEmpty();
        assertThat(transactions().get(() -> store().lock(id).orElseThrow().answer)).isEqualTo("{}");
        assertThat(insert(row(node, "job_1", 1))).isFalse();
    }

    @Test
    default void eight_at_once_put_in_one() throws InterruptedException, ExecutionException {
        NodeId node = node();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> inserted =
                    IntStream.range(0, 8)
                            .mapToObj(_ -> threads.submit(() -> insert(row(node, "job_1", 1))))
                            .toList();
            int kept = 0;
            for (Future<Boolean> each : inserted) {
                kept += each.get() ? 1 : 0;
            }
            assertThat(kept).isEqualTo(1);
        }
        assertThat(open(node)).hasSize(1);
    }
}
