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
import java.time.Instant;
import java.util.List;

/// What the exchange wants of each node, kept until the node has answered. Nodes come and ask;
/// nothing is ever sent into their networks.
///
/// See `docs/decisions/2026-11-21-mailbox-in-postgresql.md`.
@ApplicationScoped
public class InstructionMailbox {
    private static final Duration LOOK_EVERY = Duration.ofMillis(150);

    private final InstructionStore store;
    private final OpenInstructions open;
    private final Event<InstructionAnswered> answered;
    private final Clock clock;

    @Inject
    InstructionMailbox(
            InstructionStore store,
            OpenInstructions open,
            Event<InstructionAnswered> answered,
            Clock clock) {
        this.store = store;
        this.open = open;
        this.answered = answered;
        this.clock = clock;
    }

    /// Asks a node for something. The same thing asked again is one instruction.
    ///
    /// @param payload becomes JSON
    @Transactional
    public InstructionId send(
            NodeId node, InstructionType type, String subjectId, int attempt, Object payload) {
        var known = store.find(node, type, subjectId, attempt);
        if (known.isPresent()) {
            return new InstructionId(known.get().id);
        }
        InstructionRow row = new InstructionRow();
        InstructionId id = InstructionId.next();
        row.id = id.value();
        row.nodeId = node.value();
        row.type = type;
        row.subjectId = subjectId;
        row.attempt = attempt;
        row.payload = Json.write(payload);
        row.createdAt = clock.instant();
        store.insert(row);
        return id;
    }

    /// The node's open instructions; waits for the first one, without holding a transaction.
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public List<Instruction> await(NodeId node, Duration wait) {
        open.seen(node);
        Instant until = clock.instant().plus(wait);
        List<Instruction> found = open.look(node);
        while (found.isEmpty() && clock.instant().isBefore(until)) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return List.of();
            }
            found = open.look(node);
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
