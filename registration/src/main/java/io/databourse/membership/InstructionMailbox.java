package io.databourse.membership;

import io.databourse.call.ErrorCode;
import io.databourse.call.Json;
import io.databourse.call.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// What the exchange wants of each node, kept until the node has answered. Nodes come and ask;
/// nothing is ever sent into their networks.
///
/// See `docs/decisions/2026-11-21-mailbox-in-postgresql.md`.
@ApplicationScoped
public class InstructionMailbox {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final InstructionStore store;
    private final OpenInstructions open;
    private final Doorbell doorbell;
    private final Event<InstructionSent> sent;
    private final Event<InstructionAnswered> answered;
    private final Clock clock;

    @Inject
    InstructionMailbox(
            InstructionStore store,
            OpenInstructions open,
            Doorbell doorbell,
            Event<InstructionSent> sent,
            Event<InstructionAnswered> answered,
            Clock clock) {
        this.store = store;
        this.open = open;
        this.doorbell = doorbell;
        this.sent = sent;
        this.answered = answered;
        this.clock = clock;
    }

    /// Asks a node for something. The same thing asked again is one instruction.
    ///
    /// @param payload becomes JSON
    @Transactional
    public InstructionId send(
            NodeId node, InstructionType type, String subjectId, int attempt, Object payload) {
        InstructionRow row = new InstructionRow();
        row.id = InstructionId.next().value();
        row.nodeId = node.value();
        row.type = type;
        row.subjectId = subjectId;
        row.attempt = attempt;
        row.payload = Json.write(payload);
        row.createdAt = clock.instant();
        if (store.insert(row)) {
            sent.fire(new InstructionSent(node));
            return new InstructionId(row.id);
        }
        return store.find(node, type, subjectId, attempt)
                .map(known -> new InstructionId(known.id))
                .orElseThrow();
    }

    /// The node's open instructions; waits for the first one, without holding a transaction.
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public List<Instruction> await(NodeId node, Duration wait) {
        open.seen(node);
        // How long to wait is no matter of business: it is measured, not read off the calendar.
        long start = System.nanoTime();
        List<Instruction> found = open.look(node);
        Duration left = wait;
        while (found.isEmpty() && left.isPositive()) {
            try {
                doorbell.await(node, left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return List.of();
            }
            found = open.look(node);
            left = wait.minusNanos(System.nanoTime() - start);
        }
        return found;
    }

    /// Takes a node's answer. Only the first one counts.
    @Transactional
    public void answer(NodeId node, InstructionId id, Answer answer) {
        InstructionRow row =
                store.lock(id)
                        .filter(found -> found.nodeId.equals(node.value()))
                        .orElseThrow(() ->
                                Refusal.of(ErrorCode.NOT_FOUND, "There is no instruction %s.", id));
        if (row.answeredAt != null) {
            return;
        }
        row.answer = Json.write(answer);
        row.answeredAt = clock.instant();
        answered.fire(new InstructionAnswered(node, row.type, row.subjectId, row.attempt, answer));
    }
}
