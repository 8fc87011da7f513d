package io.databourse.metering;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.quota.Hold;
import io.databourse.quota.LeaseBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration LATE = Duration.ofDays(35);
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
        Hold hold = book.hold(call.contractId(), Math.max(1, call.units()));
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
        var waiting = new Waiting(new CallUse(call, use.get()), hold, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            giveBack(waiting);
            throw Refusal.of(ErrorCode.UNAVAILABLE, "Too many calls wait to be written.");
        }
        return waiting.result();
    }

    private void check(CallRecord call) {
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
        if (call.rows() < 0 || call.bytes() < 0 || call.cpuMillis() < 0) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED, "Call %s used less than nothing.", call.id());
        }
        Instant now = clock.instant();
        if (call.at().isAfter(now.plus(EARLY)) || call.at().isBefore(now.minus(LATE))) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "Call %s is of %s; calls are taken until 35 days after, and at most 5 minutes"
                            + " before, their time.",
                    call.id(),
                    call.at());
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
                    answer(taken.get(i), results.get(i));
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

    private void answer(Waiting waiting, CallResult result) {
        if (result instanceof CallResult.Recorded) {
            waiting.hold().written(0);
            book.forget(waiting.hold());
        } else {
            giveBack(waiting);
        }
        waiting.result().complete(result);
    }

    private void giveBack(Waiting waiting) {
        waiting.hold().written(waiting.use().use().units());
        book.forget(waiting.hold());
    }

    /// Whether it was written nobody knows: the units stay taken until the lease ends, and the
    /// caller asks again with the same id.
    private static void unknown(Waiting waiting) {
        waiting.hold().written(0);
        waiting.result()
                .completeExceptionally(
                        Refusal.of(
                                ErrorCode.UNAVAILABLE,
                                "The meter does not answer; send the call again with its id."));
    }

    private record Waiting(CallUse use, Hold hold, CompletableFuture<CallResult> result) {}
}
