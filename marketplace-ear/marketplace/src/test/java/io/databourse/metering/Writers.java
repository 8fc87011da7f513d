package io.databourse.metering;

import io.databourse.harness.Exchange;
import java.util.ArrayList;
import java.util.List;

/// The meter's writers, as the server has them.
final class Writers implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();

    Writers() {
        for (CallQueue queue : Exchange.get().bean(CallMeter.class).queues()) {
            threads.add(Thread.ofPlatform().start(() -> writeAll(queue)));
        }
    }

    private static void writeAll(CallQueue queue) {
        try {
            while (true) {
                queue.writeWaiting();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
