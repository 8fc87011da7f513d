package io.databourse.metering;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.quota.Hold;
import io.databourse.quota.LeaseBook;
import io.databourse.quota.LeaseUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The meter of this instance. Callers come with a call each; one writer takes all that wait and
/// writes them together, so that a thousand callers share one commit. What was answered is durable.
@ApplicationScoped
public class CallMeter {
    private static final Logger LOG = System.getLogger(CallMeter.class.getName());
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9._-]{1,40}");
    private static final int WAITING = 20_000;
    private static final int TRIES = 3;

    private final CallBatches batches;
    private final LeaseBook book;
    private final Clock clock;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);

    @Inject
    CallMeter(CallBatches batches, LeaseBook book, Clock clock) {
        this.batches = batches;
        this.book = book;
        this.clock = clock;
    }

    /// Takes the units from the quota and the call to the books.
    public CompletableFuture<CallResult> meter(CallRecord call) {
        check(call);
        if (call.units() <= 0) {
            return enqueue(new CallUse(call, LeaseUse.none(call.contractId())), Optional.empty());
        }
        Hold hold = book.hold(call.contractId(), call.units());
        return meter(call, hold);
    }

    /// The same, for a call whose units were set aside before it was served. What the call does not
    /// take of the hold is free again.
    public CompletableFuture<CallResult> meter(CallRecord call, Hold hold) {
        check(call);
        var use = hold.consume(call.units());
        if (use.isEmpty()) {
            throw Refusal.of(
                    ErrorCode.QUOTA_FROZEN,
                    "The units of call %s were held for too long.",
                    call.id());
        }
        return enqueue(new CallUse(call, use.get()), Optional.of(hold));
    }

    private CompletableFuture<CallResult> enqueue(CallUse use, Optional<Hold> hold) {
        var waiting = new Waiting(use, hold, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            giveBack(waiting);
            throw Refusal.of(ErrorCode.UNAVAILABLE, "Too many calls wait to be written.");
        }
        return waiting.result();
    }

    /// Whether the call can be taken at all.
    void check(CallRecord call) {
        if (!SOURCE.matcher(call.source()).matches()) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "The source of call %s is not 1 to 40 of a-z 0-9 . _ -",
                    call.id());
        }
        if (call.id().version() != 7) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "The id %s is not a UUID of version 7.",
                    call.id());
        }
        long least = Math.min(call.rows(), Math.min(call.bytes(), call.cpuMillis()));
        if (call.reverses().isEmpty() && least < 0) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED, "Call %s used less than nothing.", call.id());
        }
        Instant now = clock.instant();
        if (call.at().isAfter(now.plus(MeterSettings.EARLY))) {
            throw Refusal.of(
                    ErrorCode.IN_FUTURE, "Call %s is of %s; it is %s.", call.id(), call.at(), now);
        }
        Duration window = MeterSettings.current().window();
        if (call.at().isBefore(now.minus(window))) {
            throw Refusal.of(
                    ErrorCode.TOO_LATE,
                    "Call %s is of %s; calls are taken until %s after their time.",
                    call.id(),
                    call.at(),
                    window);
        }
    }

    /// Writes what waits, or waits a moment for something to write.
    ///
    /// @return how many calls were written
    public int writeWaiting() throws InterruptedException {
        List<Waiting> taken = new ArrayList<>();
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return 0;
        }
        taken.add(first);
        queue.drainTo(taken, CallBatches.MOST - 1);
        write(taken);
        return taken.size();
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
                // Another instance may have written the same id, or taken a lock in another order.
                if (attempt == TRIES) {
                    LOG.log(Level.WARNING, "a batch of calls was not written", e);
                    taken.forEach(CallMeter::unknown);
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
