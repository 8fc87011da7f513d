package io.databourse.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes who waits at a mailbox in this JVM as soon as something was put in. It only saves time:
/// what was sent from another JVM is found by looking again.
@ApplicationScoped
class Doorbell {
    private final ConcurrentMap<NodeId, Semaphore> bells = new ConcurrentHashMap<>();

    /// Rings after the commit, as before it there is nothing to see.
    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) InstructionSent sent) {
        Semaphore bell = bell(sent.nodeId());
        // One ring is enough, however many letters there are.
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /// Returns at a ring since the last wait, or after the time.
    void await(NodeId node, Duration most) throws InterruptedException {
        bell(node).tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
    }

    private Semaphore bell(NodeId node) {
        return bells.computeIfAbsent(node, _ -> new Semaphore(0));
    }
}
