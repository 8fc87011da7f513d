package io.databourse.metering;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.quota.Hold;
import io.databourse.quota.LeaseBook;
import io.databourse.quota.LeaseUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The meter of this instance. Callers come with a call each; a [CallQueue] has all that wait
/// written together, so that a thousand callers share one commit. What was answered is durable.
@ApplicationScoped
public class CallMeter {
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9._-]{1,40}");

    /// Contracts are dealt out among writers: while one waits for the disk, the other can work. Two
    /// batches of one contract would wait for each other.
    private static final int WRITERS = 2;

    private final LeaseBook book;
    private final Clock clock;
    private final List<CallQueue> queues;

    @Inject
    CallMeter(CallBatches batches, LeaseBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
        this.queues = Stream.generate(() -> new CallQueue(batches, book)).limit(WRITERS).toList();
    }

    /// Each wants a thread that writes what waits in it.
    public List<CallQueue> queues() {
        return queues;
    }

    private CallQueue queue(CallRecord call) {
        return queues.get(Math.floorMod(call.contractId().hashCode(), WRITERS));
    }

    /// Takes the units from the quota and the call to the books.
    public CompletableFuture<CallResult> meter(CallRecord call) {
        check(call);
        if (call.units() <= 0) {
            return queue(call)
                    .add(new CallUse(call, LeaseUse.none(call.contractId())), Optional.empty());
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
        return queue(call).add(new CallUse(call, use.get()), Optional.of(hold));
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
        long least =
                Math.min(
                        Math.min(call.rows(), call.bytes()),
                        Math.min(call.cpuMillis(), call.turnoverMinor()));
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
}
