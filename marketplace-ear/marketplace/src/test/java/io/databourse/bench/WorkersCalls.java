package io.databourse.bench;

import io.databourse.metering.CallRecord;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// What workers said of their calls before they were killed.
final class WorkersCalls {
    /// Of 50 ms: a worker takes a while to begin.
    private static final int PATIENCE = 6_000;

    private final Map<UUID, CallRecord> sent = new ConcurrentHashMap<>();
    private final Map<UUID, CallRecord> open = new ConcurrentHashMap<>();

    void note(String line) {
        String[] words = line.split(" ");
        if (words.length == 4 && words[0].equals("sent")) {
            CallRecord call = FaultWorker.call(words);
            sent.put(call.id(), call);
            open.put(call.id(), call);
        } else if (words.length == 2 && words[0].equals("answered")) {
            open.remove(UUID.fromString(words[1]));
        }
    }

    Map<UUID, CallRecord> sent() {
        return sent;
    }

    /// Those that nobody was told about.
    List<CallRecord> open() {
        return List.copyOf(open.values());
    }

    /// Waits until so many more were sent.
    void awaitMore(int count) throws InterruptedException {
        int wanted = sent.size() + count;
        for (int waited = 0; sent.size() < wanted; waited++) {
            if (waited > PATIENCE) {
                throw new IllegalStateException("the workers do nothing");
            }
            Thread.sleep(50);
        }
    }
}
