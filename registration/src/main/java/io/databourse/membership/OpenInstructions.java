package io.databourse.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One look into a node's mailbox, in a short transaction of its own.
@ApplicationScoped
class OpenInstructions {
    private static final int MOST = 50;
    private static final Duration OFTEN = Duration.ofSeconds(10);

    private final InstructionStore store;
    private final MembershipStore nodes;
    private final Clock clock;

    @Inject
    OpenInstructions(InstructionStore store, MembershipStore nodes, Clock clock) {
        this.store = store;
        this.nodes = nodes;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Instruction> look(NodeId node) {
        return store.open(node, MOST);
    }

    /// Notes that the node is there, unless that was noted just now.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void seen(NodeId node) {
        Instant now = clock.instant();
        boolean stale =
                nodes.find(node)
                        .map(row -> row.lastSeen)
                        .filter(at -> at.plus(OFTEN).isAfter(now))
                        .isEmpty();
        if (stale) {
            nodes.seen(node, now);
        }
    }
}
