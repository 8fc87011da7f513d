package io.databourse.metering;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.quota.Hold;
import io.databourse.quota.LeaseBook;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The calls that wait to be written, of the contracts that one writer has.
public final class CallQueue {
    private static final Logger LOG = System.getLogger(CallQueue.class.getName());
    private static final int WAITING = 20_000;
    private static final int TRIES = 3;

    /// From so many calls on there is a crowd, which comes back as soon as it was answered.
    private static final int CROWD = 64;

    private static final int GATHER_MILLIS = 2;

    private final CallBatches batches;
    private final LeaseBook book;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
    private int before;

    CallQueue(CallBatches batches, LeaseBook book) {
        this.batches = batches;
        this.book = book;
    }

    CompletableFuture<CallResult> add(CallUse use, Optional<Hold> hold) {
        var waiting = new Waiting(use, hold, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            giveBack(waiting);
            throw Refusal.of(ErrorCode.UNAVAILABLE, "Too many calls wait to be written.");
        }
        return waiting.result();
    }

    /// Writes what waits, or waits a moment for something to write. For one thread at a time.
    ///
    /// @return how many calls were written
    public int writeWaiting() throws InterruptedException {
        gather();
        List<Waiting> taken = new ArrayList<>();
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
            taken.add(first);
            queue.drainTo(taken, CallBatches.MOST - 1);
            write(taken);
        }
        before = taken.size();
        return taken.size();
    }

    /// What a batch costs besides its calls is the same for few of them: a crowd that was answered
    /// a moment ago is waited for, so that there is one batch of all and not two of a half each.
    private void gather() throws InterruptedException {
        for (int i = 0; before >= CROWD && queue.size() < before && i < GATHER_MILLIS; i++) {
            Thread.sleep(1);
        }
    }

    private void write(List<Waiting> taken) {
        List<CallUse> uses = taken.stream().map(Waiting::use).toList();
        for (int attempt = 1; ; attempt++) {
            try {
                List<CallResult> results = batches.write(uses);
                for (int i = 0; i < taken.size(); i++) {
                    answer(taken.get(i), results.get(i), attempt > 1);
                }
                return;
            } catch (RuntimeException e) {
                // Another writer may have written the same id, or taken a lock in another order.
                if (attempt == TRIES) {
                    LOG.log(Level.WARNING, "a batch of calls was not written", e);
                    taken.forEach(CallQueue::unknown);
                    return;
                }
            }
        }
    }

    /// @param again a commit may have failed only in its answer: what is there already may be there
    ///   by this very batch, and its units are taken
    private void answer(Waiting waiting, CallResult result, boolean again) {
        if (result instanceof CallResult.Recorded
                || (again && result instanceof CallResult.Repeated)) {
            end(waiting, 0);
        } else {
            giveBack(waiting);
        }
        waiting.result().complete(result);
    }

    private void giveBack(Waiting waiting) {
        end(waiting, waiting.use().use().units());
    }

    private void end(Waiting waiting, long unitsBack) {
        waiting.hold()
                .ifPresent(hold -> {
                    hold.written(unitsBack);
                    book.forget(hold);
                });
    }

    /// Whether it was written nobody knows: the units stay taken until the lease ends, and the
    /// caller asks again with the same id.
    private static void unknown(Waiting waiting) {
        waiting.hold().ifPresent(hold -> hold.written(0));
        waiting.result()
                .completeExceptionally(
                        Refusal.of(
                                ErrorCode.UNAVAILABLE,
                                "The meter does not answer; send the call again with its id."));
    }

    private record Waiting(
            CallUse use, Optional<Hold> hold, CompletableFuture<CallResult> result) {}
}
