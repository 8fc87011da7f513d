package io.databourse.bench;

import io.databourse.harness.Exchange;
import io.databourse.metering.CallMeter;
import io.databourse.metering.CallQueue;
import io.databourse.metering.CallSlices;
import io.databourse.quota.LeaseBook;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/// What the server does by itself, at the same paces: writes calls, cuts slices, keeps leases.
final class Background implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Background.class.getName());

    private final List<Thread> running = new ArrayList<>();

    Background() {
        this(true);
    }

    private Background(boolean charges) {
        CallMeter meter = Exchange.get().bean(CallMeter.class);
        LeaseBook book = Exchange.get().bean(LeaseBook.class);
        for (CallQueue queue : meter.queues()) {
            start("meter-writer", queue::writeWaiting);
        }
        start(
                "lease-beat",
                () -> {
                    book.beat();
                    Thread.sleep(250);
                });
        if (charges) {
            start("meter-cutter", Background::cut);
        }
    }

    /// Calls are counted, and nothing is charged.
    static Background withoutSlices() {
        return new Background(false);
    }

    private static void cut() throws InterruptedException {
        CallSlices slices = Exchange.get().bean(CallSlices.class);
        while (slices.cut()) {
            // there may be more
        }
        Thread.sleep(500);
    }

    private void start(String name, Step step) {
        running.add(Thread.ofPlatform().name(name).daemon().start(() -> repeat(step)));
    }

    private static void repeat(Step step) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                tryOnce(step);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// A failure is no reason to stop, as on the server.
    private static void tryOnce(Step step) throws InterruptedException {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "failed, and goes on", e);
            Thread.sleep(100);
        }
    }

    @Override
    public void close() {
        running.forEach(Thread::interrupt);
        running.forEach(Background::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }
}
