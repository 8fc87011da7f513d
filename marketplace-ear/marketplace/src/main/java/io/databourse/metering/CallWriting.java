package io.databourse.metering;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Has reported calls written, each for itself or all together.
@ApplicationScoped
class CallWriting {
    private static final int WAIT_SECONDS = 30;

    private final CallMeter meter;
    private final AtomicCalls atomic;

    @Inject
    CallWriting(CallMeter meter, AtomicCalls atomic) {
        this.meter = meter;
        this.atomic = atomic;
    }

    /// @return one for each, in their order
    List<Written> each(List<Incoming> incoming) {
        List<CompletableFuture<Written>> started =
                calls(incoming).stream().map(this::meter).toList();
        return merge(incoming, started.stream().map(CompletableFuture::join).toList());
    }

    /// @return one for each, in their order; if one is refused, none is written
    List<Written> together(List<Incoming> incoming) {
        List<CallRecord> calls = calls(incoming);
        if (incoming.stream().anyMatch(Incoming.Refused.class::isInstance)) {
            return merge(incoming, refused(calls, Map.of()));
        }
        try {
            return merge(incoming, atomic.write(calls).stream().map(CallWriting::written).toList());
        } catch (NotAllWritten none) {
            return merge(incoming, refused(calls, none.refusals()));
        }
    }

    private static List<CallRecord> calls(List<Incoming> incoming) {
        return incoming.stream()
                .filter(Incoming.Fresh.class::isInstance)
                .map(each -> ((Incoming.Fresh) each).call())
                .toList();
    }

    private static List<Written> merge(List<Incoming> incoming, List<Written> fresh) {
        Iterator<Written> next = fresh.iterator();
        return incoming.stream()
                .map(each ->
                        switch (each) {
                            case Incoming.Fresh _ -> next.next();
                            case Incoming.Known _ -> new Written.Before();
                            case Incoming.Again(_, int first) -> new Written.As(first);
                            case Incoming.Refused(_, Refusal reason) -> new Written.No(reason);
                        })
                .toList();
    }

    private static List<Written> refused(List<CallRecord> calls, Map<Integer, Refusal> reasons) {
        return IntStream.range(0, calls.size())
                .<Written>mapToObj(i ->
                        reasons.containsKey(i)
                                ? new Written.No(reasons.get(i))
                                : new Written.NotTried())
                .toList();
    }

    private CompletableFuture<Written> meter(CallRecord call) {
        try {
            return meter.meter(call)
                    .thenApply(CallWriting::written)
                    .completeOnTimeout(
                            new Written.No(silent(call.key())), WAIT_SECONDS, TimeUnit.SECONDS)
                    .exceptionally(CallWriting::refusal);
        } catch (Refusal reason) {
            return CompletableFuture.completedFuture(new Written.No(reason));
        }
    }

    private static Written written(CallResult result) {
        return switch (result) {
            case CallResult.Recorded(_, CallReceipt receipt) -> new Written.Now(receipt);
            case CallResult.Repeated _ -> new Written.Before();
            // The same id came from elsewhere into the same batch: the books say which one counts.
            case CallResult.Refused(_, Refusal reason) when reason.code() == ErrorCode.DUPLICATE ->
                    new Written.Before();
            case CallResult.Refused(_, Refusal reason) -> new Written.No(reason);
        };
    }

    private static Written refusal(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException e ? e.getCause() : thrown;
        if (cause instanceof Refusal reason) {
            return new Written.No(reason);
        }
        throw new CompletionException(cause);
    }

    static Refusal silent(CallKey key) {
        return Refusal.of(
                ErrorCode.UNAVAILABLE,
                "What became of call %s is not known; send it again with its id.",
                key);
    }
}
