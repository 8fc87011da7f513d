package io.databourse.sandbox.sql;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps some workers started, because an engine takes half a second to start. None is used twice.
public final class WorkerPool implements Workers, AutoCloseable {
    private static final Duration REST = Duration.ofMillis(500);

    private final Workers workers;
    private final int size;
    private final boolean refilled;
    private final BlockingQueue<Worker> ready = new LinkedBlockingQueue<>();
    private final AtomicInteger starting = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    /// A pool that is filled again after each use.
    ///
    /// @param size how many wait at most
    public WorkerPool(Workers workers, int size) {
        this(workers, size, true);
    }

    private WorkerPool(Workers workers, int size, boolean refilled) {
        this.workers = workers;
        this.size = size;
        this.refilled = refilled;
        refill();
    }

    /// For one query: a worker that parses and one that runs, both started at once and before they
    /// are needed, and none after them.
    public static WorkerPool ofOneQuery(Workers workers) {
        return new WorkerPool(workers, 2, false);
    }

    /// One that was started before, or a new one.
    @Override
    public Worker start() throws IOException {
        Optional<Worker> worker = next();
        while (worker.isPresent() && worker.get().isOld()) {
            worker.get().close();
            worker = next();
        }
        return replaced(worker.isPresent() ? worker.get() : workers.start());
    }

    /// One that waits, or the first of those that are starting.
    private Optional<Worker> next() throws IOException {
        try {
            Worker worker = ready.poll();
            while (worker == null && starting.get() > 0) {
                worker = ready.poll(20, TimeUnit.MILLISECONDS);
            }
            return Optional.ofNullable(worker).or(() -> Optional.ofNullable(ready.poll()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a worker was starting", e);
        }
    }

    /// Its successor starts a while after it is done, so as not to take processor time from the
    /// query: after the worker that parsed comes the one that runs.
    private Worker replaced(Worker worker) {
        var place = worker.place();
        Runnable removal =
                () -> {
                    place.removal().run();
                    if (refilled) {
                        Thread.ofVirtual().name("worker-pool-rest").start(this::refillSoon);
                    }
                };
        return new Worker(
                worker.room(),
                new Worker.Place(place.folder(), place.inside(), removal),
                worker.power(),
                worker.started(),
                worker.longest());
    }

    private void refillSoon() {
        try {
            Thread.sleep(REST);
            refill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until the pool is full.
    public boolean awaitFull(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (ready.size() < size && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        return ready.size() >= size;
    }

    private void refill() {
        while (!closed.get() && ready.size() + starting.get() < size) {
            starting.incrementAndGet();
            Thread.ofVirtual().name("worker-pool").start(this::add);
        }
    }

    private void add() {
        try {
            ready.add(workers.start());
        } catch (IOException e) {
            // The one who needs a worker starts one himself, and hears what is wrong.
            return;
        } finally {
            starting.decrementAndGet();
        }
        if (closed.get()) {
            close();
        }
    }

    @Override
    public void close() {
        closed.set(true);
        for (Worker worker = ready.poll(); worker != null; worker = ready.poll()) {
            worker.close();
        }
    }
}
