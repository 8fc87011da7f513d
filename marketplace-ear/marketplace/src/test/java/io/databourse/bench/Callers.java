package io.databourse.bench;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.ContractId;
import io.databourse.harness.Exchange;
import io.databourse.metering.CallMeter;
import io.databourse.metering.CallRecord;
import io.databourse.metering.CallResult;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/// Callers who do not give up: each sends its call, with the same id, until it is told that the
/// call is in the books. One in twenty sends it once more after that.
final class Callers implements AutoCloseable {
    private static final Set<ErrorCode> OUT_OF_TIME =
            Set.of(ErrorCode.IN_FUTURE, ErrorCode.TOO_LATE);

    private final CallMeter meter = Exchange.get().bean(CallMeter.class);
    private final Trade trade;
    private final Map<UUID, CallRecord> sent = new ConcurrentHashMap<>();
    private final Map<ContractId, Long> answered = new ConcurrentHashMap<>();
    private final LongAdder failures = new LongAdder();
    private final LongAdder repeats = new LongAdder();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;

    Callers(Trade trade, int count) {
        this.trade = trade;
        for (int i = 0; i < count; i++) {
            ContractId contract = trade.contracts().get(i % trade.contracts().size());
            threads.execute(() -> callOn(contract));
        }
    }

    private void callOn(ContractId contract) {
        while (!stopped) {
            CallRecord call = trade.call(contract);
            sent.put(call.id(), call);
            if (!send(call)) {
                sent.remove(call.id());
                continue;
            }
            answered.merge(contract, 1L, Long::sum);
            if (ThreadLocalRandom.current().nextInt(20) == 0) {
                repeats.increment();
                send(call);
            }
        }
    }

    /// @return false if the clock has left the call behind
    private boolean send(CallRecord call) {
        while (true) {
            try {
                if (!(meter.meter(call).join() instanceof CallResult.Refused)) {
                    return true;
                }
            } catch (Refusal refused) {
                if (OUT_OF_TIME.contains(refused.code())) {
                    return false;
                }
            } catch (RuntimeException e) {
                // No database, no lease, or no answer: all of that passes.
            }
            failures.increment();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Map<UUID, CallRecord> sent() {
        return sent;
    }

    /// How many calls of each contract are known to be in the books.
    Map<ContractId, Long> answered() {
        return Map.copyOf(answered);
    }

    long failures() {
        return failures.sum();
    }

    long repeats() {
        return repeats.sum();
    }

    /// No new calls; those that are under way come to their end.
    @Override
    public void close() {
        stopped = true;
        threads.close();
    }
}
